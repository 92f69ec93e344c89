using QofFhir.Extraction.Cache;

namespace QofFhir.Service.Practices;

/// <summary><see cref="RecordsSettings"/>, checked.</summary>
/// <param name="Folder">Absolute; holds a file a practice.</param>
/// <param name="Key">Null: they are not sealed.</param>
internal sealed record RecordsPlan(string Folder, bool Keep, int FullEvery, TimeSpan Retain, CacheKey? Key);
