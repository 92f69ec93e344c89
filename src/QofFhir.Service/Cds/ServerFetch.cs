using System.Collections.Concurrent;
using QofFhir.Extraction;
using QofFhir.Extraction.Access;
using QofFhir.Fhir.Reading.Cds;
using QofFhir.Fhir.Writing.Cds;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Cds;

/// <summary>Fetches what a prefetch left out from the client's own server, in the time and size that one call may take. Its token serves this call and is not kept.</summary>
/// <remarks>The server must be one that is allowed: the caller of this has looked.</remarks>
internal sealed class ServerFetch(HttpClient http, ServicePlan plan, TimeProvider clock, ILogger<ServerFetch> log)
{
    private const int AtATime = 4;
    private const int PageSize = 500;
    private const int Pages = 100;

    /// <summary>Ids in one search: addresses over 8 KB are widely refused.</summary>
    private const int IdsPerSearch = 50;

    /// <summary>A system without one of these has the entries elsewhere, not none.</summary>
    private static readonly string[] Indispensable = ["Patient", "Condition", "Observation", "MedicationRequest"];

    /// <param name="known">What the prefetch brought in full.</param>
    /// <param name="missing">To be fetched.</param>
    public async Task<Gathered> Fetch(
        HookRequest request, IReadOnlyDictionary<string, PrefetchValue> known, IReadOnlyList<PrefetchTemplate> missing, CancellationToken cancellation)
    {
        var budget = plan.Cds.FetchTime;
        using var time = new CancellationTokenSource(budget, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, time.Token);
        var settings = new ExtractionSettings
        {
            PageSize = PageSize,
            LargestPage = plan.Cds.FetchBytes,
            LargestExtraction = plan.Cds.FetchBytes,
            BarrenPages = Pages,
            Retries = 0,
            RequestTimeout = budget,
            TotalTime = budget,
        };
        var endpoint = new FhirEndpoint(request.Server!, EndpointAccess.Token(request.Authorization?.AccessToken));
        var search = new PatientSearch(http, endpoint, settings, clock, new Random(request.Instance.GetHashCode()));
        var values = new ConcurrentDictionary<string, PrefetchValue>(known);
        var statements = new ConcurrentBag<string>();
        var medications = new List<HookResource>();
        await Parallel.ForEachAsync(missing, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellation }, async (template, _) =>
        {
            if (await Tried(() => One(search, template, request.PatientId, statements, both.Token), cancellation) is { } value)
            {
                values[template.Key] = value;
            }
        });
        foreach (var ids in Unknown(values.Values).Chunk(IdsPerSearch))
        {
            medications.AddRange(await Tried(() => Medications(search, ids, both.Token), cancellation) ?? []);
        }

        var tooMany = values.Values.Sum(v => v.Resources.Count) > plan.Cds.Resources;
        return new Gathered(values, [.. missing.Select(m => m.Key).Where(k => tooMany || !values.ContainsKey(k))], [.. statements.Order(StringComparer.Ordinal)], Fetched: true)
        {
            Medications = medications,
        };
    }

    /// <summary>Whether prescriptions name Medications that are not among the resources.</summary>
    public static bool Lacks(IEnumerable<PrefetchValue> values) => Unknown(values).Any();

    /// <returns>Null, with a word in the log, when the server cannot do it, or not in time.</returns>
    private async Task<T?> Tried<T>(Func<Task<T?>> ask, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return await ask();
        }
        catch (Exception fault) when (fault is ExtractionException || (fault is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            log.LogWarning(
                "Records could not be fetched for a hook: {Fault}", fault is ExtractionException ? fault.Message : $"not done within {plan.Cds.FetchTime.TotalSeconds:0} s");
            return null;
        }
    }

    private static async Task<List<HookResource>?> Medications(PatientSearch search, string[] ids, CancellationToken cancellation) =>
        [.. Read(await search.All("Medication", $"Medication?_id={string.Join(',', ids)}", "_id", cancellation) ?? [])];

    /// <returns>Null when the server does not give it.</returns>
    private static async Task<PrefetchValue?> One(
        PatientSearch search, PrefetchTemplate template, string patientId, ConcurrentBag<string> statements, CancellationToken cancellation)
    {
        if (!template.IsSearch)
        {
            return await search.Read(template.Type, template.For(patientId), cancellation) is { } read && HookResource.Read(read) is { } one
                ? new PrefetchValue(PrefetchState.Whole, [one])
                : null;
        }

        // Nothing found by a value set may mean that the server does not know it and does not say so: then everything tells.
        var found = template.ValueSetParameter is { } parameter
            ? await search.All(template.Type, template.For(patientId), parameter, cancellation)
            : null;
        if (found is null or [])
        {
            found = await search.All(template.Type, template.Whole.For(patientId), "patient", cancellation);
        }

        if (found is null && !Indispensable.Contains(template.Type))
        {
            statements.Add($"The clinical system does not offer {template.Type}, so none was looked at.");
            return PrefetchValue.NoData;
        }

        return found is null ? null : new PrefetchValue(PrefetchState.Whole, [.. Read(found)]);
    }

    /// <summary>What is no resource at all is the server's fault, and its answer is not whole.</summary>
    private static IEnumerable<HookResource> Read(IEnumerable<ReadOnlyMemory<byte>> resources) =>
        resources.Select(r => HookResource.Read(r) ?? throw new ExtractionException("the server gave something that is no resource"));

    /// <summary>Ids of the Medications that prescriptions name and that are not here.</summary>
    private static IEnumerable<string> Unknown(IEnumerable<PrefetchValue> values)
    {
        var resources = values.SelectMany(v => v.Resources).ToList();
        var here = resources.Select(r => r.Key).ToHashSet();
        return resources.Select(r => r.Medication).OfType<string>().Where(m => !here.Contains(m)).Select(m => m["Medication/".Length..])
            .Where(id => id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.')).Distinct(StringComparer.Ordinal);
    }
}
