namespace QofFhir.Extraction;

/// <summary>How far an extraction is.</summary>
/// <param name="Bytes">Taken in so far, unpacked.</param>
/// <param name="Resources">Lines written so far; a resource that comes twice is counted twice here.</param>
/// <param name="Server">What the server says of its own progress, cut to 100 signs; null: nothing.</param>
public sealed record ExtractionProgress(int Requests, long Bytes, long Resources, string? Server);
