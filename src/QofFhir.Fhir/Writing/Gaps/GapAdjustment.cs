using QofFhir.Core.Rules;

namespace QofFhir.Fhir.Writing.Gaps;

/// <summary>A personalised care adjustment of one patient.</summary>
/// <param name="Label">Of the row that adjusted.</param>
/// <param name="RecordedOn">Null when it rests on no dated record.</param>
public sealed record GapAdjustment(string Label, AdjustmentReason Reason, DateOnly? RecordedOn);
