using System.Text.RegularExpressions;
using QofFhir.Extraction.Http;

namespace QofFhir.Extraction.Bulk;

/// <summary>Asks for an export: first for exactly what is wanted, then for less and less narrowing, until the server takes it.</summary>
internal sealed partial class KickOff(FhirConnection connection, FhirEndpoint endpoint, BulkRequest request, ExtractionSettings settings, Findings findings)
{
    private static readonly int[] NotKnown = [404, 405, 415, 501];

    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);
    private readonly KickOffMessages _messages = new(endpoint, request);
    private bool _post = true;
    private bool _offered = true;

    /// <returns>Where to ask how far it is, and what of the wanted was taken.</returns>
    /// <exception cref="ExtractionException">The server does not export, or not what is needed.</exception>
    public async Task<Begun> Begin(IReadOnlyList<TypeQuery> queries, CancellationToken cancellation)
    {
        var attempts = Attempts(queries);
        Refusal? refusal = null;
        foreach (var attempt in attempts)
        {
            (var begun, refusal) = await Try(attempt, cancellation);
            if (begun is not null)
            {
                Tell(attempts[0], begun.Wanted);
                return begun;
            }

            if (!_offered)
            {
                break;
            }
        }

        throw new ExtractionException($"export: the server does not take $export ({refusal})")
        {
            NotOffered = !_offered,
            NotTaken = true,
        };
    }

    private WantedExport[] Attempts(IReadOnlyList<TypeQuery> queries)
    {
        string[] all = [.. queries.Select(q => q.ResourceType).Distinct()];
        string[] dispensable = [.. all.Except(queries.Where(q => q.Needed).Select(q => q.ResourceType))];
        var narrow = new WantedExport(all, TypeFilters.Of(queries, request.Filter, settings.CodesPerSearch), request.Elements);
        var broad = narrow with { Filters = new Dictionary<string, IReadOnlyList<string>>() };
        return
        [
            .. new[]
            {
                narrow, narrow.Without(dispensable), broad, broad.Without(dispensable), broad.Without(dispensable) with { Elements = [] },
                broad with { Elements = [], Named = false },
            }.DistinctBy(w => (w.Types.Count, w.Filters.Count, w.Elements.Count, w.Named)),
        ];
    }

    /// <summary>As often as the server names types that it does not know: they are left out from then on.</summary>
    private async Task<(Begun? Begun, Refusal? Refusal)> Try(WantedExport attempt, CancellationToken cancellation)
    {
        Refusal? refusal = null;
        for (var known = -1; known < _unknown.Count;)
        {
            known = _unknown.Count;
            var wanted = attempt.Without(_unknown);
            foreach (var posted in Ways(wanted))
            {
                var answer = await connection.Ask("export", () => posted ? _messages.Post(wanted) : _messages.Get(wanted), Status, cancellation);
                if (answer.Value is { } accepted)
                {
                    return (new Begun(Polled(accepted), wanted), null);
                }

                refusal = answer.Refused!;
                _post &= !(posted && NotKnown.Contains(refusal.Status));
                _offered = _post || posted || refusal.Status is not (404 or 405 or 501);
                _unknown.UnionWith(wanted.Named ? Unknown(refusal, wanted) : []);
                if (_unknown.Count > known)
                {
                    break;
                }
            }
        }

        return (null, refusal);
    }

    /// <returns>By POST, by GET.</returns>
    private IEnumerable<bool> Ways(WantedExport wanted)
    {
        if (_post)
        {
            yield return true;
        }

        if (request.Patients.Count > 0)
        {
            yield break;
        }

        if (_messages.FitsAddress(wanted))
        {
            yield return false;
        }
        else if (!_post)
        {
            findings.NotTaken("export: POST is not taken, and the filters do not fit an address");
        }
    }

    /// <summary>
    /// The types that a refusal names as such. Words about filters may name types too and mean something else, and what every practice has
    /// is not given up for a word: where it is named, the words may be a list of the types that are known.
    /// </summary>
    private static string[] Unknown(Refusal refusal, WantedExport wanted)
    {
        var text = refusal.Issues.Said;
        string[] named = [.. TypeNames().Matches(text).Select(m => m.Value).Intersect(wanted.Types).Where(t => t != "Patient")];
        return (wanted.Filters.Count > 0 && AboutFilters().IsMatch(text)) || named.Intersect(PracticeQueries.EveryPracticeHas).Any() ? [] : named;
    }

    private void Tell(WantedExport asked, WantedExport taken)
    {
        foreach (var type in asked.Types.Except(taken.Types))
        {
            findings.NotTaken($"{type}: not taken in an export, so none was fetched");
        }

        if (taken.Filters.Count == 0 && asked.Filters.Count > 0)
        {
            findings.NotTaken("export: _typeFilter is not taken, so the types were fetched whole");
        }

        if (taken.Elements.Count < asked.Elements.Count)
        {
            findings.NotTaken("export: _elements is not taken, so whole resources were fetched");
        }

        if (!taken.Named)
        {
            findings.NotTaken("export: _type is not taken, so the server exported all that it has; what is not needed was not fetched");
        }
    }

    private Uri Polled(Accepted accepted) => accepted.Status is { } status
        ? endpoint.Admit("export", endpoint.At(request.Level.Path), status)
        : throw new ExtractionException("export: the server does not say where to ask for the result (no 202 with Content-Location)");

    private static Accepted Status(HttpResponseMessage response, ReadOnlyMemory<byte> body) => new(
        (int)response.StatusCode == 202 ? response.Content.Headers.ContentLocation?.OriginalString : null);

    [GeneratedRegex(@"filter|[?:=]\w|\bcode\b|-code\b", RegexOptions.IgnoreCase)]
    private static partial Regex AboutFilters();

    [GeneratedRegex(@"\b[A-Z][A-Za-z]{3,40}\b")]
    private static partial Regex TypeNames();

    private sealed record Accepted(string? Status);
}
