namespace QofFhir.Extraction;

/// <summary>A complete extraction on disk.</summary>
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
    long Bytes);
