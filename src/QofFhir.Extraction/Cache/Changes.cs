namespace QofFhir.Extraction.Cache;

/// <summary>What happened to a practice since its records were kept.</summary>
/// <param name="NewestFirst">What came, and what is kept of before, as sources of a merge.</param>
/// <param name="Extractions">Those that fetched it.</param>
internal sealed record Changes(IReadOnlyList<LineSource> NewestFirst, IReadOnlyList<ExtractionResult> Extractions, DateTimeOffset? TransactionTime);
