using Polly;
using QofFhir.Extraction.Access;
using QofFhir.Extraction.Files;
using QofFhir.Extraction.Http;
using QofFhir.Extraction.Searching;

namespace QofFhir.Extraction;

/// <summary>Fetches a practice from a FHIR R4 server by search and writes it to disk as NDJSON, all of it or nothing.</summary>
/// <param name="http">Best from <see cref="NewClient"/>: it must not follow redirects, which could carry the token elsewhere.</param>
/// <param name="jitter">Spreads the retries of many workers; used by this extraction only.</param>
public sealed class SearchExtraction(HttpClient http, FhirEndpoint endpoint, ExtractionSettings settings, TimeProvider clock, Random jitter)
{
    /// <summary>Null: each extraction finds out by itself that a server does not answer.</summary>
    public EndpointCircuits? Circuits { get; init; }

    /// <summary>Hears how far it is, after each page.</summary>
    public IProgress<ExtractionProgress>? Progress { get; init; }

    /// <summary>Null: everything is fetched.</summary>
    internal ChangeWindow? Window { get; init; }

    /// <summary>A client as extraction needs it: no redirects, timeouts left to the settings, nothing unpacked on the way, since a file is taken up again by its bytes as they travel.</summary>
    /// <param name="access">Needed for mutual TLS alone: the certificate belongs to the client, so it serves no other endpoint.</param>
    public static HttpClient NewClient(EndpointAccess? access = null)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = System.Net.DecompressionMethods.None,
            ConnectTimeout = TimeSpan.FromSeconds(20),
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            UseCookies = false,
        };
        if (access is EndpointAccess.MutualTls ours)
        {
            handler.SslOptions.ClientCertificates = [ours.Certificate];
        }

        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Runs all queries.</summary>
    /// <param name="folder">Must not exist; it appears when everything is in it.</param>
    /// <exception cref="ExtractionException">It could not be completed; no folder is left.</exception>
    public Task<ExtractionResult> Run(IReadOnlyList<TypeQuery> queries, string folder, CancellationToken cancellation) =>
        PartialFolder.Fill(folder, aside => Fetch(queries, aside, cancellation));

    private async Task<ExtractionResult> Fetch(IReadOnlyList<TypeQuery> queries, string folder, CancellationToken cancellation)
    {
        var (findings, began) = (new Findings(), clock.GetUtcNow());
        var connection = new FhirConnection(http, endpoint, settings, clock, jitter)
        {
            Tell = findings.NotTaken,
            Until = clock.GetUtcNow() + settings.TotalTime,
            Circuit = Circuits?.Of(endpoint.Address) ?? ResiliencePipeline.Empty,
        };
        var capabilities = await Capabilities.Read(connection, endpoint, cancellation);
        var paged = new PagedSearch(connection, endpoint, settings, findings) { Progress = Progress };
        var crawl = new PatientCrawl(paged, settings);
        var search = new CodedSearch(paged, crawl, settings, findings);
        var changed = Window is null ? null : new ChangedSearch(paged, crawl, Window, findings);
        var targets = queries.Select(q => q.RefersTo?.TargetType).OfType<string>().Distinct().ToDictionary(t => t, _ => new HashSet<string>(StringComparer.Ordinal));
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        // The patients first: what is theirs may have to be asked for by their ids.
        foreach (var type in queries.OrderBy(q => q.ResourceType != "Patient").GroupBy(q => q.ResourceType))
        {
            if (!capabilities.Offers(type.Key))
            {
                if (type.Key == "Patient")
                {
                    throw new ExtractionException("metadata: the server does not offer Patient");
                }

                findings.NotTaken($"{type.Key}: not offered by the server, so none was fetched");
                if (PracticeQueries.EveryPracticeHas.Contains(type.Key))
                {
                    findings.Lose(type.Key, "the server does not offer it");
                }

                continue;
            }

            using var file = new TypeFile(folder, type.Key);
            var keep = Keep(type.Key, targets, crawl);
            var changes = changed is not null && type.Key != "Patient" && await changed.Run(type.Key, file, keep, cancellation);
            foreach (var query in type)
            {
                await Fetch(query, changes, search, file, keep, targets, cancellation);
            }

            counts.Add(type.Key, file.Settle());
        }

        findings.LoseUnreached(connection, queries.Where(q => counts.ContainsKey(q.ResourceType)));
        return new ExtractionResult(
            folder, [], counts, findings.Warnings, findings.NotHonoured, connection.Requests, connection.Bytes)
        {
            Missing = findings.Missing,
            Mode = ExtractionMode.Search,
            TransactionTime = capabilities.At ?? began,
        };
    }

    /// <summary>Neither is ever crawled for, so one search at a time tells.</summary>
    private static Action<SearchEntry>? Keep(string type, Dictionary<string, HashSet<string>> targets, PatientCrawl crawl) =>
        type == "Patient" ? entry => crawl.Note(entry.Id)
        : targets.GetValueOrDefault(type) is { } ids ? entry => ids.Add($"{entry.Type}/{entry.Id}")
        : null;

    /// <param name="changes">What changed of the type came already.</param>
    private static async Task Fetch(
        TypeQuery query, bool changes, CodedSearch search, TypeFile file, Action<SearchEntry>? keep,
        Dictionary<string, HashSet<string>> targets, CancellationToken cancellation)
    {
        if (query.Whole)
        {
            if (!changes)
            {
                await search.Whole(query, file, keep, cancellation);
            }

            return;
        }

        if (!changes)
        {
            await search.Run(query, file, keep, cancellation);
        }

        if (query.RefersTo is { } pointer
            && targets[pointer.TargetType] is { Count: > 0 } found
            && await search.ByTokens(query.ResourceType, pointer.Parameter, [.. found], file, keep, cancellation) is null)
        {
            await search.Whole(query, file, keep, cancellation);
        }
    }
}
