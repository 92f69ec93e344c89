using QofFhir.Fhir.Reading.Reports;

namespace QofFhir.Service.Collection;

/// <summary>Whether a report that was sent is accepted.</summary>
/// <param name="Incoming">Null when it is not.</param>
/// <param name="Status">Of the refusal: 400, 403 or 422.</param>
internal sealed record Judgement(Incoming? Incoming, int Status, IReadOnlyList<ReportFault> Faults)
{
    public static Judgement Refused(int status, string code, string? expression, string text) => new(null, status, [new ReportFault(code, expression, text)]);
}
