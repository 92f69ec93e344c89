using System.Text;
using QofFhir.Extraction.Bulk;
using QofFhir.Extraction.Files;

namespace QofFhir.Extraction.Cache;

/// <summary>Fetches by Bulk Data what changed: what is new of those who stayed, everything of those who joined, and what was deleted.</summary>
internal sealed class BulkChanges(PracticeExtraction practice, IReadOnlyList<TypeQuery> queries, string folder)
{
    private readonly List<ExtractionResult> _extractions = [];
    private readonly int _longest = practice.Settings.LargestPage;

    /// <remarks>
    /// An export of changes says nothing of who came and went, so the list is fetched before and after it: only of those who are on both
    /// is it sure to hold all changes. It is asked without codes, since a resource whose code was corrected would not match them any more.
    /// </remarks>
    /// <exception cref="ExtractionException">It could not be completed; with <see cref="ExtractionException.NotTaken"/>, everything has to be fetched.</exception>
    public async Task<Changes> Fetch(KeptRecords old, CancellationToken cancellation)
    {
        var since = old.Contents.TransactionTime!.Value;
        var known = await PatientIds.Of(old.Open("Patient"), _longest, cancellation);
        var before = await List("before", cancellation);
        var changes = await Export(practice.Request with { Since = since, Filter = BulkFilter.None }, queries, "changes", cancellation);
        Require(changes.TransactionTime is not { } now || now >= since, "the server's clock went back");
        Require(
            practice.Request.Level is not BulkLevel.Group || changes.Counts.GetValueOrDefault("Patient") == 0 || changes.Counts.Any(c => c.Key is not ("Patient" or "Group") && c.Value > 0),
            "the server names patients that changed and nothing else, so it may leave out what is theirs");
        var after = await List("after", cancellation);
        var stayed = new HashSet<UInt128>(known);
        stayed.IntersectWith(before);
        stayed.IntersectWith(after);
        var joined = await PatientIds.Beyond(stayed, Read("after", "Patient"), _longest, cancellation);
        Require(joined.Count * 2 <= after.Count, "most of the patients are new");
        var gone = await Gone(changes.Deleted, cancellation);
        List<LineSource> sources = [LineSource.Of(At("changes"), stayed), new LineSource(old.Open, stayed.Count < known.Count ? stayed : null) { Gone = gone, Kept = true }];
        if (joined.Count > 0)
        {
            await Export(practice.Request with { Level = OfPatients, Patients = joined, Since = null }, queries, "joined", cancellation);
            var came = await PatientIds.Of(Read("joined", "Patient"), _longest, cancellation);
            Require(joined.TrueForAll(p => came.Contains(LineHead.IdentityOf(Encoding.UTF8.GetBytes(p)))), "new patients were asked for and did not come");
            sources.Insert(0, LineSource.Of(At("joined"), after));
        }

        return new Changes(sources, _extractions, changes.TransactionTime);
    }

    /// <summary>An export of the whole system cannot be narrowed to patients.</summary>
    private BulkLevel OfPatients => practice.Request.Level is BulkLevel.System ? new BulkLevel.Patients() : practice.Request.Level;

    private async Task<HashSet<UInt128>> List(string name, CancellationToken cancellation)
    {
        var list = await Export(practice.Request with { Since = null, Elements = ["Patient.id"] }, [new TypeQuery("Patient")], name, cancellation);
        Require(list.Missing.Count == 0, "the list of the patients did not come whole");
        return await PatientIds.Of(Read(name, "Patient"), _longest, cancellation);
    }

    private async Task<ExtractionResult> Export(BulkRequest request, IReadOnlyList<TypeQuery> asked, string name, CancellationToken cancellation)
    {
        var result = await practice.Export(request, asked, At(name), cancellation);
        _extractions.Add(result);
        return result;
    }

    private async Task<IReadOnlyDictionary<string, HashSet<UInt128>>> Gone(string? deleted, CancellationToken cancellation)
    {
        var gone = queries.Select(q => q.ResourceType).Distinct().ToDictionary(t => t, _ => new HashSet<UInt128>());
        if (deleted is not null)
        {
            await foreach (var name in File.ReadLinesAsync(deleted, cancellation))
            {
                if (name.Split('/') is [var type, var id] && gone.TryGetValue(type, out var ids))
                {
                    ids.Add(LineHead.IdentityOf(Encoding.UTF8.GetBytes(id)));
                }
            }
        }

        return gone;
    }

    private string At(string name) => Path.Combine(folder, name);

    private Stream? Read(string name, string type) => LineSource.Of(At(name), null).Open(type);

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new ExtractionException(otherwise) { NotTaken = true };
        }
    }
}
