using QofFhir.Service.Reports;

namespace QofFhir.Service.Collection;

/// <summary>An OperationOutcome with its status.</summary>
internal sealed class OutcomeAnswer(int status, IEnumerable<Issue> issues) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => FhirAnswer.Send(httpContext, status, issues);
}
