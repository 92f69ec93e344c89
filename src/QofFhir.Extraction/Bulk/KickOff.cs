using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using QofFhir.Extraction.Http;

namespace QofFhir.Extraction.Bulk;

/// <summary>Asks for an export: first for exactly what is wanted, then for less and less narrowing, until the server takes it.</summary>
internal sealed class KickOff(FhirConnection connection, FhirEndpoint endpoint, BulkRequest request, ExtractionSettings settings, Findings findings)
{
    // Longer addresses are widely refused.
    private const int LongestAddress = 8_000;

    private static readonly int[] PostNotKnown = [404, 405, 415, 501];

    /// <returns>Where to ask how far it is, and what of the wanted was taken.</returns>
    /// <exception cref="ExtractionException">The server does not export, or not what is needed.</exception>
    public async Task<Begun> Begin(IReadOnlyList<TypeQuery> queries, CancellationToken cancellation)
    {
        string[] all = [.. queries.Select(q => q.ResourceType).Distinct()];
        string[] needed = [.. queries.Where(q => q.Needed).Select(q => q.ResourceType).Distinct()];
        var filters = TypeFilters.Of(queries, request.Filter, settings.CodesPerSearch);
        var none = new Dictionary<string, IReadOnlyList<string>>();
        var post = true;
        Refusal? refusal = null;
        foreach (var wanted in Attempts())
        {
            foreach (var posted in new[] { true, false }.Where(p => p ? post : request.Patients.Count == 0))
            {
                if (!posted && Address(wanted).AbsoluteUri.Length > LongestAddress)
                {
                    findings.NotTaken("export: POST is not taken, and the filters do not fit an address");
                    continue;
                }

                var answer = await connection.Ask("export", () => posted ? Post(wanted) : Get(wanted), Status, cancellation);
                if (answer.Value is { } begun)
                {
                    Tell(all, filters, wanted);
                    return new Begun(Polled(begun), wanted.Types, wanted.Filters);
                }

                refusal = answer.Refused;
                post &= !(posted && PostNotKnown.Contains(refusal!.Status));
            }
        }

        throw new ExtractionException($"export: the server does not take $export ({refusal})")
        {
            NotOffered = refusal is { Status: 404 or 405 or 501 },
            NotTaken = true,
        };

        IEnumerable<Wanted> Attempts() => new Wanted[]
        {
            new(all, filters, request.Elements), new(needed, filters, request.Elements), new(needed, none, request.Elements), new(needed, none, []),
        }.DistinctBy(w => (w.Types.Count, w.Filters.Count, w.Elements.Count));
    }

    private void Tell(string[] all, IReadOnlyDictionary<string, IReadOnlyList<string>> filters, Wanted wanted)
    {
        foreach (var type in all.Except(wanted.Types))
        {
            findings.NotTaken($"{type}: not taken in an export, so none was fetched");
        }

        if (wanted.Filters.Count < filters.Count)
        {
            findings.NotTaken("export: _typeFilter is not taken, so the types were fetched whole");
        }

        if (wanted.Elements.Count < request.Elements.Count)
        {
            findings.NotTaken("export: _elements is not taken, so whole resources were fetched");
        }
    }

    private Uri Polled(Accepted accepted) => accepted.Status is { } status
        ? endpoint.Admit("export", endpoint.At(request.Level.Path), status)
        : throw new ExtractionException("export: the server does not say where to ask for the result (no 202 with Content-Location)");

    private static Accepted Status(HttpResponseMessage response, ReadOnlyMemory<byte> body) => new(
        (int)response.StatusCode == 202 ? response.Content.Headers.ContentLocation?.OriginalString : null);

    private HttpRequestMessage Post(Wanted wanted)
    {
        JsonObject[] parameters =
        [
            .. wanted.Types.Select(t => Text("_type", t)),
            .. wanted.Filters.Values.SelectMany(f => f).Select(f => Text("_typeFilter", f)),
            .. wanted.Elements.Select(e => Text("_elements", e)),
            .. request.Patients.Select(Patient),
            .. Since is { } since ? [new JsonObject { ["name"] = "_since", ["valueInstant"] = since }] : Array.Empty<JsonObject>(),
        ];
        var body = new JsonObject { ["resourceType"] = "Parameters", ["parameter"] = new JsonArray([.. parameters]) };
        return Asynchronous(new HttpRequestMessage(HttpMethod.Post, endpoint.At(request.Level.Path))
        {
            Content = new StringContent(body.ToJsonString(), new MediaTypeHeaderValue("application/fhir+json")),
        });
    }

    private HttpRequestMessage Get(Wanted wanted) => Asynchronous(new HttpRequestMessage(HttpMethod.Get, Address(wanted)));

    private Uri Address(Wanted wanted)
    {
        var parameters = new (string Name, string Value)[]
        {
            ("_type", string.Join(',', wanted.Types)),
            ("_typeFilter", string.Join(',', wanted.Filters.Values.SelectMany(f => f))),
            ("_elements", string.Join(',', wanted.Elements)),
            ("_since", Since ?? ""),
        };
        return endpoint.At(request.Level.Path + "?" + string.Join(
            '&', parameters.Where(p => p.Value.Length > 0).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}")));
    }

    private string? Since => request.Since?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static HttpRequestMessage Asynchronous(HttpRequestMessage message)
    {
        message.Headers.Add("Prefer", "respond-async");
        return message;
    }

    private static JsonObject Text(string name, string value) => new() { ["name"] = name, ["valueString"] = value };

    private static JsonObject Patient(string id) => new()
    {
        ["name"] = "patient",
        ["valueReference"] = new JsonObject { ["reference"] = "Patient/" + id },
    };

    private sealed record Wanted(
        IReadOnlyList<string> Types, IReadOnlyDictionary<string, IReadOnlyList<string>> Filters, IReadOnlyList<string> Elements);

    private sealed record Accepted(string? Status);
}
