namespace QofFhir.Extraction.Cache;

/// <summary>The kept resources of one type.</summary>
/// <param name="Offset">Where they begin in the file.</param>
/// <param name="Count">Lines.</param>
public sealed record CacheSection(string Type, long Offset, int Count);
