using QofFhir.Fhir.Reading.Reports;
using QofFhir.Service.Collection;
using QofFhir.Service.Reports;

namespace QofFhir.Service.Cds;

/// <summary>Why a call gets no cards. None repeats anything of the request.</summary>
internal static class Refusals
{
    public static IResult Content { get; } = FhirAnswer.Outcome(
        StatusCodes.Status415UnsupportedMediaType, "not-supported", "JSON was expected, not compressed: Content-Type application/json.");

    public static IResult NoService { get; } = FhirAnswer.Outcome(StatusCodes.Status404NotFound, "not-found", "There is no service of this id here.");

    public static IResult AnotherPatient { get; } = FhirAnswer.Outcome(
        StatusCodes.Status422UnprocessableEntity, "business-rule", "Not everything that came is about the patient of context.patientId, so nothing of it was used.");

    public static IResult NotReady { get; } = FhirAnswer.Outcome(StatusCodes.Status503ServiceUnavailable, "transient", "The definitions are not loaded.");

    public static IResult UnknownRole { get; } = FhirAnswer.Outcome(
        StatusCodes.Status400BadRequest, "value", $"extension.{Fhir.Reading.Cds.HookRequestReader.RoleMember}: one of {UserRoles.Words} was expected.");

    public static IResult Of(int status, IEnumerable<ReportFault> faults) => new OutcomeAnswer(status, faults.Select(ReportIssues.Of));

    /// <param name="keys">Of the prefetch.</param>
    public static IResult Missing(IEnumerable<string> keys) => new OutcomeAnswer(
        StatusCodes.Status412PreconditionFailed,
        keys.Select(k => new Issue("error", "incomplete", $"The answer to the prefetch query '{k}' is needed in full, and it could not be fetched.", "prefetch." + k)));
}
