using System.Text;
using QofFhir.Extraction.Files;
using QofFhir.Extraction.Http;

namespace QofFhir.Extraction.Searching;

/// <summary>One search from its first page to its last, into the file of its type.</summary>
internal sealed class PagedSearch(FhirConnection connection, FhirEndpoint endpoint, ExtractionSettings settings, Findings findings)
{
    private long _resources;

    /// <summary>Hears of each page.</summary>
    public IProgress<ExtractionProgress>? Progress { get; init; }

    /// <summary>Fetches all pages.</summary>
    /// <param name="filter">Null: the whole type.</param>
    /// <param name="posted">Send the filter as a form: long lists of codes do not fit an address.</param>
    /// <param name="onEntry">Sees each matching resource's id.</param>
    /// <exception cref="ExtractionException">The search began and could not be finished.</exception>
    public async Task<SearchOutcome> Run(
        string type, SearchFilter? filter, bool posted, TypeFile file, Action<SearchEntry>? onEntry, CancellationToken cancellation)
    {
        var first = await connection.Ask(type, () => Request(type, filter, posted), SearchPage.Read, cancellation);
        if (first.Value is not { } page)
        {
            return new SearchOutcome(0, 0, first.Refused);
        }

        if (filter is not null && !SelfLink.Took(page.Self, filter.Parameter, posted))
        {
            return new SearchOutcome(0, 0, Refusal.Ignored);
        }

        var lines = new PageLines();
        using var given = page.Next is null ? null : new GivenIds();
        var (matches, sum, _) = Write(type, page, lines, file, given, onEntry);
        var barren = 0;
        // Digests: the addresses of a thousand pages may each repeat a hundred codes.
        var visited = new HashSet<UInt128>();
        while (page.Next is { } next)
        {
            var address = Address(type, next);
            if (!visited.Add(LineHead.IdentityOf(Encoding.UTF8.GetBytes(address.AbsoluteUri))))
            {
                throw new ExtractionException($"{type}: the server's paging goes in a circle after {visited.Count + 1} pages");
            }

            var answer = await connection.Ask(type, () => new HttpRequestMessage(HttpMethod.Get, address), SearchPage.Read, cancellation);
            page = answer.Value ?? throw new ExtractionException($"{type}: page {visited.Count + 1} was refused with {answer.Refused}");
            var (found, more, fresh) = Write(type, page, lines, file, given, onEntry);
            (matches, sum) = (matches + found, sum + more);
            barren = fresh ? 0 : barren + 1;
            if (barren > settings.BarrenPages)
            {
                throw new ExtractionException($"{type}: {barren} pages one after another brought nothing new, and the server's paging goes on");
            }
        }

        // A last page without next, and fewer resources than the server itself counts: the rest was not given.
        return matches >= page.Total.GetValueOrDefault()
            ? new SearchOutcome(matches, sum, null)
            : throw new ExtractionException($"{type}: the server counts {page.Total} matches and gave {matches}; its paging ended too early");
    }

    private HttpRequestMessage Request(string type, SearchFilter? filter, bool posted)
    {
        var count = new KeyValuePair<string, string>("_count", $"{settings.PageSize}");
        var asked = filter is null ? [count] : new[] { new(filter.Parameter, filter.Value), count };
        var request = posted
            ? new HttpRequestMessage(HttpMethod.Post, endpoint.At($"{type}/_search")) { Content = new FormUrlEncodedContent(asked) }
            : new HttpRequestMessage(
                HttpMethod.Get,
                endpoint.At(type + "?" + string.Join('&', asked.Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}"))));

        // A server that obeys this refuses what it would otherwise silently ignore.
        request.Headers.Add("Prefer", "handling=strict");
        return request;
    }

    private Uri Address(string type, string next) =>
        !Uri.TryCreate(endpoint.At(""), next, out var address)
            ? throw new ExtractionException($"{type}: the link to the next page is no address")
            : endpoint.Holds(address) ? address
            : throw new ExtractionException($"{type}: the link to the next page leads to another server and is not followed");

    /// <returns>How many resources of the type, the sum of their identities, and whether any is new to the search.</returns>
    private (int Matches, UInt128 Sum, bool Fresh) Write(
        string type, SearchPage page, PageLines lines, TypeFile file, GivenIds? given, Action<SearchEntry>? onEntry)
    {
        var (matches, sum, fresh) = (0, UInt128.Zero, false);
        foreach (var entry in page.Entries)
        {
            if (entry.Type == type)
            {
                matches++;
                onEntry?.Invoke(entry);
                var identity = lines.Add(entry);
                sum += identity;
                fresh |= given?.Add(identity) ?? true;
            }
            else if (entry.Type == "OperationOutcome")
            {
                Heed(type, OutcomeIssues.Read(entry.Json));
            }
            else
            {
                findings.Warn($"{type}: the search also gave resources of another type, which were left aside");
            }
        }

        lines.Flush(file);
        Progress?.Report(new ExtractionProgress(connection.Requests, connection.Bytes, Interlocked.Add(ref _resources, matches), null));
        return (matches, sum, fresh);
    }

    private void Heed(string type, OutcomeIssues issues)
    {
        if (issues.Fails)
        {
            throw new ExtractionException($"{type}: the server says that its answer is not complete{issues}");
        }

        findings.Warn($"{type}: the server warns{issues}");
    }
}
