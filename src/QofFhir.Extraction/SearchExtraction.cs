using QofFhir.Extraction.Http;
using QofFhir.Extraction.Searching;

namespace QofFhir.Extraction;

/// <summary>Fetches a practice from a FHIR R4 server by search and writes it to disk as NDJSON, all of it or nothing.</summary>
/// <param name="http">Best from <see cref="NewClient"/>: it must not follow redirects, which could carry the token elsewhere.</param>
/// <param name="jitter">Spreads the retries of many workers; used by this extraction only.</param>
public sealed class SearchExtraction(HttpClient http, FhirEndpoint endpoint, ExtractionSettings settings, TimeProvider clock, Random jitter)
{
    /// <summary>A client as extraction needs it: no redirects, compressed answers, timeouts left to the settings.</summary>
    public static HttpClient NewClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = System.Net.DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(20),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        UseCookies = false,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Runs all queries.</summary>
    /// <param name="folder">Must not exist; it appears when everything is in it.</param>
    /// <exception cref="ExtractionException">It could not be completed; no folder is left.</exception>
    public async Task<ExtractionResult> Run(IReadOnlyList<TypeQuery> queries, string folder, CancellationToken cancellation)
    {
        var aside = folder + ".partial";
        Remove(aside);
        PrivateFolder.Create(aside);
        try
        {
            var result = await Fetch(queries, aside, cancellation);
            Directory.Move(aside, folder);
            return result with { Folder = folder, Files = [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal)] };
        }
        finally
        {
            Remove(aside);
        }
    }

    private async Task<ExtractionResult> Fetch(IReadOnlyList<TypeQuery> queries, string folder, CancellationToken cancellation)
    {
        var connection = new FhirConnection(http, endpoint, settings, clock, jitter);
        var findings = new Findings();
        var capabilities = await Capabilities.Read(connection, endpoint, cancellation);
        var search = new CodedSearch(new PagedSearch(connection, endpoint, settings, findings), settings, findings);
        var targets = queries.Select(q => q.RefersTo?.TargetType).OfType<string>().Distinct().ToDictionary(t => t, _ => new HashSet<string>(StringComparer.Ordinal));
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var type in queries.GroupBy(q => q.ResourceType))
        {
            if (!capabilities.Offers(type.Key))
            {
                if (type.Key == "Patient")
                {
                    throw new ExtractionException("metadata: the server does not offer Patient");
                }

                findings.NotTaken($"{type.Key}: not offered by the server, so none was fetched");
                continue;
            }

            await using var file = new ResourceFile(Path.Combine(folder, type.Key + ".ndjson"));
            foreach (var query in type)
            {
                await Fetch(query, search, file, targets, cancellation);
            }

            counts.Add(type.Key, file.Count);
        }

        return new ExtractionResult(
            folder, [], counts, findings.Warnings, findings.NotHonoured, connection.Requests, connection.Bytes);
    }

    private static async Task Fetch(
        TypeQuery query, CodedSearch search, ResourceFile file, Dictionary<string, HashSet<string>> targets, CancellationToken cancellation)
    {
        var ids = targets.GetValueOrDefault(query.ResourceType);
        Action<SearchEntry>? keep = ids is null ? null : entry => ids.Add($"{entry.Type}/{entry.Id}");
        if (query.Whole)
        {
            await search.Whole(query, file, keep, cancellation);
            return;
        }

        await search.Run(query, file, keep, cancellation);
        if (query.RefersTo is { } pointer
            && targets[pointer.TargetType] is { Count: > 0 } found
            && await search.ByTokens(query.ResourceType, pointer.Parameter, [.. found], file, keep, cancellation) is null)
        {
            await search.Whole(query, file, keep, cancellation);
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
