using System.Text.Json.Serialization;

namespace QofFhir.Extraction.Cache;

/// <summary>What is kept of a practice, and how the next extraction may go on from there.</summary>
/// <param name="Address">Of the server that it came from.</param>
/// <param name="Queries">Digest of what was asked: types, codes and whose records.</param>
/// <param name="Mode">How it was fetched: by Bulk Data or by search.</param>
/// <param name="TransactionTime">The server's own time of the data; null: nothing can be added to it.</param>
/// <param name="RunsOfChanges">Extractions of changes since the last one of everything.</param>
public sealed record CacheContents(
    string Address, string Queries, ExtractionMode Mode, DateTimeOffset? TransactionTime, int RunsOfChanges, IReadOnlyList<CacheSection> Sections)
{
    /// <summary>What the server could not give of them; what may be missing of types that every practice has is not kept.</summary>
    public IReadOnlyList<MissingData> Missing { get; init; } = [];

    /// <summary>Value sets that were asked for, with digests of their codes.</summary>
    public IReadOnlyList<string> ValueSets { get; init; } = [];

    /// <summary>Whether all codes of these queries were asked for.</summary>
    public bool Holds(IReadOnlyList<TypeQuery> queries)
    {
        ArgumentNullException.ThrowIfNull(queries);
        return queries.SelectMany(q => q.Codes).Select(c => c.Identity).Distinct().All(ValueSets.Contains);
    }

    /// <summary>Resources by type, each id once.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, int> Counts => new SortedDictionary<string, int>(
        Sections.ToDictionary(s => s.Type, s => s.Count), StringComparer.Ordinal);
}
