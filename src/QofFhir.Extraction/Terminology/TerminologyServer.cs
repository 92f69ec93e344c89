using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using QofFhir.Extraction.Http;
using QofFhir.Fhir.Terminology;

namespace QofFhir.Extraction.Terminology;

/// <summary>Expands SNOMED CT reference sets at a FHIR terminology server, page by page.</summary>
/// <param name="http">Best from <see cref="SearchExtraction.NewClient"/>.</param>
/// <param name="jitter">Spreads the retries; used by this object only.</param>
/// <exception cref="ExtractionException">The secret would travel in the open.</exception>
public sealed class TerminologyServer(
    HttpClient http, FhirEndpoint server, ExtractionSettings settings, TimeProvider clock, Random jitter)
{
    private readonly FhirConnection _connection = new(http, server, settings, clock, jitter);

    /// <summary>Codes asked for a page; a server may give fewer.</summary>
    public int PageSize { get; init; } = 1_000;

    /// <summary>The members of a reference set: all of them, or a reason why not.</summary>
    /// <exception cref="ExtractionException">The server cannot be used at all, or a fault did not pass.</exception>
    public async Task<Expansion> Expand(string refsetId, CancellationToken cancellation)
    {
        var codes = new Dictionary<(string, string), ExpandedCode>();
        ExpansionPage? first = null;
        for (var given = 0; ;)
        {
            var answer = await _connection.Ask($"^ {refsetId}", () => Request(refsetId, given), Parse, cancellation);
            if (answer.Refused is { } refusal)
            {
                return Expansion.Not(refusal.ToString());
            }

            if (answer.Value!.Page is not { } page)
            {
                return Expansion.Not("the answer is no ValueSet with an expansion");
            }

            first ??= page;
            if (!page.Whole)
            {
                return Expansion.Not("the server says that it left codes out");
            }

            if (page.Total != first.Total || page.Version != first.Version)
            {
                return Expansion.Not("the server changed its content between two pages");
            }

            var fresh = page.Codes.Count(c => codes.TryAdd((c.System, c.Code), c));
            given += page.Codes.Count;
            if (fresh < page.Codes.Count)
            {
                return Expansion.Not("the server gave a code twice: its pages do not follow on one another");
            }

            // Without a total the end is a page that is not as long as asked: shorter, or all at once.
            var ended = first.Total is { } total ? given >= total || page.Codes.Count == 0 : page.Codes.Count != PageSize;
            if (ended)
            {
                return first.Total is { } said && said != given
                    ? Expansion.Not($"the server says {said} codes and gives {given}")
                    : new Expansion([.. codes.Values], first.Version, null);
            }
        }
    }

    private HttpRequestMessage Request(string refsetId, int offset)
    {
        var body = new JsonObject
        {
            ["resourceType"] = "Parameters",
            ["parameter"] = new JsonArray(
                new JsonObject { ["name"] = "url", ["valueUri"] = $"http://snomed.info/sct?fhir_vs=ecl/^{refsetId}" },
                new JsonObject { ["name"] = "offset", ["valueInteger"] = offset },
                new JsonObject { ["name"] = "count", ["valueInteger"] = PageSize }),
        };
        return new HttpRequestMessage(HttpMethod.Post, server.At("ValueSet/$expand"))
        {
            Content = new StringContent(body.ToJsonString(), new MediaTypeHeaderValue("application/fhir+json")),
        };
    }

    private static Answered Parse(ReadOnlyMemory<byte> json) => new(ExpansionPage.Parse(json));

    private sealed record Answered(ExpansionPage? Page);
}
