using QofFhir.Service.Practices;
using QofFhir.Service.Records;

namespace QofFhir.Service.CareGaps;

/// <summary>Why nothing can be said of a practice's patients.</summary>
internal static class GapsRefusal
{
    public static GapsFailure UnknownPatient { get; } = new(StatusCodes.Status404NotFound, "not-found", "There is no Patient of this id among the practice's records.");

    /// <returns>Null when nothing speaks against it.</returns>
    public static GapsFailure? Of(PracticeAtHand? held, ServicePlan plan, TimeProvider clock) =>
        !plan.Records.Keep ? new(StatusCodes.Status422UnprocessableEntity, "not-supported", "This service keeps no records, so that it can say nothing of patients.")
        : held is null ? new(StatusCodes.Status503ServiceUnavailable, "transient", "The practice's records are not here; its next run brings them.")
        : held.Framework.SampleCodes && !held.Records.AllSample ? new(StatusCodes.Status422UnprocessableEntity, "business-rule", "Sample codes are loaded, and not every patient carries the sample tag.")
        : plan.Today(clock) < held.Framework.YearStart ? new(StatusCodes.Status422UnprocessableEntity, "business-rule", $"The service year of {held.Framework.Id} has not begun.")
        : null;
}
