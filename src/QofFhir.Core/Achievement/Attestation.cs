namespace QofFhir.Core.Achievement;

/// <summary>A practice's answer to an attested indicator.</summary>
/// <param name="By">Who declared it.</param>
/// <param name="On">The day of the declaration.</param>
public sealed record Attestation(string Indicator, bool Declared, string By, DateOnly On);
