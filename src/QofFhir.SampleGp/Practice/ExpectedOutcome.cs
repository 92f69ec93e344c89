namespace QofFhir.SampleGp.Practice;

/// <summary>What a case must come to.</summary>
/// <param name="Outcome">excluded, achieved, adjusted, outstanding, on-register, or none for a patient outside the population.</param>
/// <param name="Row">Label of the deciding row; null where the row has none.</param>
public sealed record ExpectedOutcome(string Indicator, string Outcome, string? Row = null);
