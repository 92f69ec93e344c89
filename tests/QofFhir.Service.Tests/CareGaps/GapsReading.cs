using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace QofFhir.Service.Tests.CareGaps;

/// <summary>How tests ask for gaps in care and look at what comes.</summary>
internal static class GapsReading
{
    public const string Measures = "https://qoffhir.example.org/fhir/Measure/qof-england-2026-27-";
    public const string Year = "/fhir/Measure/$care-gaps?periodStart=2026-04-01&periodEnd=2027-03-31";

    public static async Task<HttpResponseMessage> Ask(this TestService service, string address, string? key = null, string? prefer = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key ?? service.Key);
        if (prefer is not null)
        {
            request.Headers.Add("Prefer", prefer);
        }

        return await service.Http.SendAsync(request);
    }

    /// <summary>Asks, waits for the end, and gives the manifest.</summary>
    public static async Task<JsonNode> Manifest(this TestService service, string address, string? key = null)
    {
        using var begun = await service.Ask(address, key);
        Assert.Equal(HttpStatusCode.Accepted, begun.StatusCode);
        return await service.Finished(begun.Content.Headers.ContentLocation!.ToString(), key);
    }

    public static async Task<JsonNode> Finished(this TestService service, string at, string? key = null)
    {
        for (var look = 0; look < 1200; look++)
        {
            using var answer = await service.Ask(at, key);
            if (answer.StatusCode != HttpStatusCode.Accepted)
            {
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            }

            Assert.NotNull(answer.Headers.RetryAfter);
            Assert.Single(answer.Headers.GetValues("X-Progress"));
            await Task.Delay(50);
        }

        throw new TimeoutException("The gaps were not worked out in time.");
    }

    public static async Task<JsonNode[]> Bundles(this TestService service, JsonNode manifest, string? key = null)
    {
        if (manifest["output"]!.AsArray().Count == 0)
        {
            return [];
        }

        using var answer = await service.Ask((string)manifest["output"]![0]!["url"]!, key);
        Assert.Equal("application/fhir+ndjson", answer.Content.Headers.ContentType!.MediaType);
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((int)manifest["output"]![0]!["count"]!, lines.Length);
        return [.. lines.Select(l => JsonNode.Parse(l)!)];
    }

    public static IEnumerable<JsonNode> Of(this JsonNode bundle, string type) =>
        bundle["entry"]!.AsArray().Select(e => e!["resource"]!).Where(r => (string)r["resourceType"]! == type);

    public static string Patient(this JsonNode bundle) => (string)bundle.Of("Patient").Single()["id"]!;

    /// <summary>Indicator and status of each measure in a Bundle.</summary>
    public static IEnumerable<(string Indicator, string Status)> Gaps(this JsonNode bundle)
    {
        var reports = bundle.Of("MeasureReport").ToDictionary(r => "MeasureReport/" + (string)r["id"]!, r => (string)r["group"]![0]!["code"]!["coding"]![0]!["code"]!);
        return bundle.Of("DetectedIssue").Select(i => (
            reports[(string)i["evidence"]![0]!["detail"]![0]!["reference"]!],
            (string)i["modifierExtension"]![0]!["valueCodeableConcept"]!["coding"]![0]!["code"]!));
    }
}
