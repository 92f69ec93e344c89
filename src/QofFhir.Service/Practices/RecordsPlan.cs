using QofFhir.Extraction.Cache;

namespace QofFhir.Service.Practices;

/// <summary><see cref="RecordsSettings"/>, checked.</summary>
/// <param name="Folder">Absolute; holds a file a practice.</param>
/// <param name="Key">Null: they are not sealed.</param>
internal sealed record RecordsPlan(string Folder, bool Keep, int FullEvery, TimeSpan Retain, CacheKey? Key)
{
    public const string Extension = ".qofrec";

    public TimeSpan Fresh { get; init; }

    public int AtHand { get; init; }

    /// <summary>Where the records of a practice are kept.</summary>
    public RecordsCache Of(string ods) => new(Path.Combine(Folder, ods + Extension), Key);
}
