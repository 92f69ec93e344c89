namespace QofFhir.Extraction;

/// <summary>An extraction on disk: complete, or with what is missing named.</summary>
/// <param name="Folder">Readable by its owner only; whoever asked for it deletes it.</param>
/// <param name="Files">One NDJSON file a resource type that gave anything.</param>
/// <param name="Counts">Resources by type, each type and id once; types that were asked and gave none stand with 0.</param>
/// <param name="Warnings">What the server warned of and what was left aside, without patient data.</param>
/// <param name="NotHonoured">What the server ignored, refused or does not offer, and what was done instead.</param>
public sealed record ExtractionResult(
    string Folder,
    IReadOnlyList<string> Files,
    IReadOnlyDictionary<string, int> Counts,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string> NotHonoured,
    int Requests,
    long Bytes)
{
    /// <summary>How it was fetched; never <see cref="ExtractionMode.Auto"/>.</summary>
    public ExtractionMode Mode { get; init; }

    /// <summary>What the server itself says it could not give, or gave short. Empty is the only "complete".</summary>
    public IReadOnlyList<MissingData> Missing { get; init; } = [];

    /// <summary>A text file in the folder: <c>type/id</c> of a deleted resource on each line. Null when the server names none.</summary>
    public string? Deleted { get; init; }

    /// <summary>The server's own time of the data: the next extraction asks for what changed since. Null: the next must fetch all.</summary>
    public DateTimeOffset? TransactionTime { get; init; }
}
