namespace QofFhir.SampleGp.Practice.Entries;

/// <summary>One component of a panel.</summary>
internal sealed record ReadingPart(IReadOnlyList<SampleCode> Codes, Amount Value);
