namespace QofFhir.Extraction.Cache;

/// <summary>The records of a practice after an extraction, to be read and then let go.</summary>
/// <param name="Records">As they are now; with <paramref name="Missing"/> they are not kept, and the next extraction goes on from those before.</param>
/// <param name="Why">Why everything was fetched; null: changes alone were.</param>
public sealed record CachedRun(
    KeptRecords Records, string? Why, IReadOnlyList<MissingData> Missing, IReadOnlyList<string> Warnings, IReadOnlyList<string> NotHonoured,
    int Requests, long Bytes) : IDisposable
{
    /// <summary>Everything was fetched.</summary>
    public bool Full => Why is not null;

    public void Dispose() => Records.Dispose();
}
