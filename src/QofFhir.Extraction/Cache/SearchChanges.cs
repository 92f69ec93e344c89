using System.Text;
using QofFhir.Extraction.Files;
using QofFhir.Extraction.Searching;

namespace QofFhir.Extraction.Cache;

/// <summary>Fetches by search what changed: the list of the patients, what was written since, and everything of those who joined. What was deleted no search tells.</summary>
internal sealed class SearchChanges(PracticeExtraction practice, IReadOnlyList<TypeQuery> queries, string folder)
{
    /// <exception cref="ExtractionException">It could not be completed; with <see cref="ExtractionException.NotTaken"/>, everything has to be fetched.</exception>
    public async Task<Changes> Fetch(KeptRecords old, CancellationToken cancellation)
    {
        var longest = practice.Settings.LargestPage;
        var known = await PatientIds.Of(old.Open("Patient"), longest, cancellation);
        var window = new ChangeWindow(
            old.Contents.TransactionTime!.Value - practice.Settings.Overlap, id => known.Contains(LineHead.IdentityOf(Encoding.UTF8.GetBytes(id))));
        var at = Path.Combine(folder, "changes");
        var found = await practice.Search(window, queries, at, cancellation);
        var changed = LineSource.Of(at, null);
        var now = await PatientIds.Of(changed.Open("Patient"), longest, cancellation);
        var left = known.Except(now).Any();
        return new Changes(
            [changed with { Patients = now }, new LineSource(old.Open, left ? now : null) { Kept = true }],
            [found with { NotHonoured = [.. found.NotHonoured, "search: nothing tells what was deleted; the next extraction of everything will show it"] }],
            found.TransactionTime);
    }
}
