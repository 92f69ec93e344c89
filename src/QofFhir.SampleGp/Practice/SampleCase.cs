namespace QofFhir.SampleGp.Practice;

/// <summary>A named patient of the cast: shows one rule row or one edge of the data.</summary>
/// <param name="Id">The id of the Patient.</param>
/// <param name="Shows">One sentence.</param>
/// <param name="Expected">What the rules make of the patient on the last day of the service year, for the indicators that the case is about; those of other years are left out when evaluating.</param>
public sealed record SampleCase(string Id, string Shows, IReadOnlyList<ExpectedOutcome> Expected);
