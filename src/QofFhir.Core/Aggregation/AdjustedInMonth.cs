using QofFhir.Core.Rules;

namespace QofFhir.Core.Aggregation;

/// <summary>How many patients were adjusted for a reason by a record of one month.</summary>
/// <param name="Month">Its first day; null where no dated record decided.</param>
public sealed record AdjustedInMonth(AdjustmentReason Reason, DateOnly? Month, long Count);
