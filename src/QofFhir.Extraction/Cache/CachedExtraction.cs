using System.Security.Cryptography;
using System.Text.Json;
using QofFhir.Extraction.Bulk;

namespace QofFhir.Extraction.Cache;

/// <summary>Fetches what changed since a practice was fetched last, and everything where that cannot be relied on; the records are the same either way.</summary>
/// <param name="practice">How to fetch; of its request, the time since when is left to the cache.</param>
public sealed class CachedExtraction(PracticeExtraction practice, RecordsCache cache)
{
    /// <summary>Every so many extractions everything is fetched, whatever is kept: it heals what a server told wrongly or not at all.</summary>
    public int FullEvery { get; init; } = 12;

    /// <param name="full">Fetch everything, whatever is kept.</param>
    /// <exception cref="ExtractionException">It could not be completed, or another extraction of this practice is running; what is kept stays as it was.</exception>
    public async Task<CachedRun> Run(IReadOnlyList<TypeQuery> queries, bool full, CancellationToken cancellation)
    {
        using var only = cache.Lock();
        var folder = cache.Clear();
        try
        {
            using var old = cache.Open(out var fault);
            var digest = Digest(queries);
            var why = full ? "everything was asked for" : fault ?? Objection(old!.Contents, digest);
            if (why is null)
            {
                try
                {
                    return await Changed(old!, queries, folder, cancellation);
                }
                catch (ExtractionException refusal) when (refusal.NotTaken)
                {
                    why = refusal.Message;
                    cache.Clear();
                }
            }

            return await Whole(why, queries, digest, folder, cancellation);
        }
        finally
        {
            cache.Clear();
        }
    }

    private async Task<CachedRun> Whole(string why, IReadOnlyList<TypeQuery> queries, string digest, string folder, CancellationToken cancellation)
    {
        var at = Path.Combine(folder, "all");
        var all = await practice.Run(queries, at, cancellation);
        var source = LineSource.Of(at, null);
        var patients = await PatientIds.Of(source.Open("Patient"), practice.Settings.LargestPage, cancellation);
        var contents = new CacheContents(practice.Endpoint.Address.AbsoluteUri, digest, all.Mode, all.TransactionTime, 0, [])
        {
            ValueSets = [.. queries.SelectMany(q => q.Codes).Select(c => c.Identity).Distinct(StringComparer.Ordinal)],
        };
        // A type that the server does not give now will not be given by changes either.
        TypeQuery[] given = [.. queries.Where(q => all.Counts.ContainsKey(q.ResourceType))];
        return await Write(why, [source with { Patients = patients }], contents, given, [all], cancellation);
    }

    private async Task<CachedRun> Changed(KeptRecords old, IReadOnlyList<TypeQuery> queries, string folder, CancellationToken cancellation)
    {
        TypeQuery[] given = [.. queries.Where(q => old.Contents.Counts.ContainsKey(q.ResourceType))];
        var changes = old.Contents.Mode == ExtractionMode.Bulk
            ? await new BulkChanges(practice, given, folder).Fetch(old, cancellation)
            : await new SearchChanges(practice, given, folder).Fetch(old, cancellation);
        var contents = old.Contents with { TransactionTime = changes.TransactionTime, RunsOfChanges = old.Contents.RunsOfChanges + 1 };
        return await Write(null, changes.NewestFirst, contents, given, changes.Extractions, cancellation);
    }

    private async Task<CachedRun> Write(
        string? why, IReadOnlyList<LineSource> sources, CacheContents contents, IReadOnlyList<TypeQuery> queries,
        IReadOnlyList<ExtractionResult> extractions, CancellationToken cancellation)
    {
        MissingData[] missing = [.. extractions.SelectMany(e => e.Missing).Distinct()];
        IReadOnlyDictionary<string, int> strangers;
        using (var writer = cache.Write())
        {
            var merge = new RecordsMerge(writer, queries, practice.Settings.LargestPage);
            await merge.Write(sources, cancellation);
            writer.Finish(contents with { Missing = missing });
            strangers = merge.Strangers;
        }

        var holes = missing.Any(m => m.Type is null || queries.Any(q => q.Needed && q.ResourceType == m.Type));
        return new CachedRun(
            holes ? cache.ReadOnce() : cache.Replace(),
            why,
            missing,
            [.. extractions.SelectMany(e => e.Warnings).Distinct(), .. why is null ? [] : strangers.Select(s => $"{s.Key}: {s.Value} resources about patients who are not on the list were left aside")],
            [.. extractions.SelectMany(e => e.NotHonoured).Distinct()],
            extractions.Sum(e => e.Requests),
            extractions.Sum(e => e.Bytes));
    }

    /// <returns>Why changes to these records would not do; null: they will.</returns>
    private string? Objection(CacheContents kept, string digest) =>
        kept.Address != practice.Endpoint.Address.AbsoluteUri ? "what is kept came from another address"
        : kept.Queries != digest ? "other data are asked for than are kept"
        : practice.Mode is not ExtractionMode.Auto && practice.Mode != kept.Mode ? "what is kept was fetched in another way"
        : kept.TransactionTime is null ? "the server did not say of which time its data were"
        : kept.RunsOfChanges + 1 >= FullEvery ? $"the last {kept.RunsOfChanges} extractions were of changes alone"
        : null;

    private string Digest(IReadOnlyList<TypeQuery> queries) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        new { Level = practice.Request.Level.Path, practice.Request.Elements, Queries = queries })));
}
