using QofFhir.Extraction.Http;
using QofFhir.Extraction.Searching;

namespace QofFhir.Extraction;

/// <summary>Asks a FHIR R4 server for the records of one patient, into memory: all that a query finds, or nothing. One object for one patient: its settings bound what all queries take together.</summary>
/// <param name="http">From <see cref="SearchExtraction.NewClient"/>: no redirect is followed.</param>
/// <param name="jitter">Spreads retries.</param>
public sealed class PatientSearch(HttpClient http, FhirEndpoint endpoint, ExtractionSettings settings, TimeProvider clock, Random jitter)
{
    private readonly FhirConnection _connection = new(http, endpoint, settings, clock, jitter) { Until = clock.GetUtcNow() + settings.TotalTime };

    /// <summary>Reads one resource.</summary>
    /// <param name="type">For messages: an address would name the patient.</param>
    /// <param name="query">Such as <c>Patient/ID</c>, below the server's base.</param>
    /// <returns>As the server gives it; null when it does not.</returns>
    /// <exception cref="ExtractionException">The server cannot be used.</exception>
    public async Task<ReadOnlyMemory<byte>?> Read(string type, string query, CancellationToken cancellation)
    {
        var answer = await _connection.Ask(type, () => Get(endpoint.At(query)), body => new Box(body), cancellation);
        return answer.Value?.Bytes;
    }

    /// <summary>Searches, page after page.</summary>
    /// <param name="query">Such as <c>Condition?patient=ID</c>, below the server's base.</param>
    /// <param name="parameter">That the server must not pass over in silence; null: none.</param>
    /// <returns>The resources as the server gives them, those that it includes too; null when it refuses the search.</returns>
    /// <exception cref="ExtractionException">The server cannot be used, or its answer is not whole.</exception>
    public async Task<IReadOnlyList<ReadOnlyMemory<byte>>?> All(string type, string query, string? parameter, CancellationToken cancellation)
    {
        var first = await _connection.Ask(type, () => Get(endpoint.At($"{query}&_count={settings.PageSize}")), SearchPage.Read, cancellation);
        if (first.Value is not { } page || (parameter is not null && !SelfLink.Took(page.Self, parameter, posted: false)))
        {
            return null;
        }

        var found = new List<ReadOnlyMemory<byte>>();
        var matches = Take(type, page, found);
        var visited = new HashSet<string>(StringComparer.Ordinal);
        while (page.Next is { } next)
        {
            var address = Address(type, next);
            if (!visited.Add(address.AbsoluteUri) || visited.Count > settings.BarrenPages)
            {
                throw new ExtractionException($"{type}: the server's paging goes in a circle, or on for ever");
            }

            var answer = await _connection.Ask(type, () => Get(address), SearchPage.Read, cancellation);
            page = answer.Value ?? throw new ExtractionException($"{type}: page {visited.Count + 1} was refused with {answer.Refused}");
            matches += Take(type, page, found);
        }

        return matches >= page.Total.GetValueOrDefault()
            ? found
            : throw new ExtractionException($"{type}: the server counts {page.Total} matches and gave {matches}");
    }

    private static HttpRequestMessage Get(Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);

        // A server that obeys this refuses what it would otherwise silently ignore.
        request.Headers.Add("Prefer", "handling=strict");
        return request;
    }

    private Uri Address(string type, string next) =>
        Uri.TryCreate(endpoint.At(""), next, out var address) && endpoint.Holds(address)
            ? address
            : throw new ExtractionException($"{type}: the link to the next page leads to another server and is not followed");

    /// <returns>How many are of the type.</returns>
    private static int Take(string type, SearchPage page, List<ReadOnlyMemory<byte>> found)
    {
        foreach (var entry in page.Entries)
        {
            if (entry.Type != "OperationOutcome")
            {
                found.Add(entry.Json);
            }
            else if (OutcomeIssues.Read(entry.Json) is { Fails: true } issues)
            {
                throw new ExtractionException($"{type}: the server says that its answer is not complete{issues}");
            }
        }

        return page.Entries.Count(e => e.Type == type);
    }

    private sealed record Box(ReadOnlyMemory<byte> Bytes);
}
