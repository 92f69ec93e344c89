using System.Globalization;
using QofFhir.Extraction.Files;

namespace QofFhir.Extraction.Searching;

/// <summary>Fetches what was written since a time, without regard to codes, since a corrected code would not match them; and everything of patients who are new.</summary>
internal sealed class ChangedSearch(PagedSearch search, PatientCrawl crawl, ChangeWindow window, Findings findings)
{
    /// <returns>False when the server does not tell what changed of this type: it has to be fetched as ever.</returns>
    /// <exception cref="ExtractionException">With <see cref="ExtractionException.NotTaken"/>: what the new patients have cannot be asked for.</exception>
    public async Task<bool> Run(string type, TypeFile file, Action<SearchEntry>? onEntry, CancellationToken cancellation)
    {
        var from = window.From.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var changed = await search.Run(type, new SearchFilter("_lastUpdated", "ge" + from), posted: false, file, onEntry, cancellation);
        if (changed.NotTaken is { } refusal)
        {
            findings.NotTaken($"{type}: the parameter _lastUpdated is not taken ({refusal}), so it was fetched as if for the first time");
            return false;
        }

        string[] joined = [.. crawl.Patients.Where(p => !window.Known(p))];
        return !PatientCrawl.Serves(type) || await crawl.Run(type, joined, file, onEntry, cancellation) is not { } later
            ? true
            : throw new ExtractionException($"{type}: what new patients have cannot be asked for ({later})") { NotTaken = true };
    }
}
