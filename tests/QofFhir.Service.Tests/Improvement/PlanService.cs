using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace QofFhir.Service.Tests.Improvement;

/// <summary>Short ways to work on a plan.</summary>
internal static class PlanService
{
    public const string Framework = "QofFhir:Framework=qof-england-2019-20";

    public const string Plan = $"/practices/{TestService.Ods}/qi/prescribing-safety/2026";

    public static async Task<(HttpStatusCode Status, JsonNode? Body, string? ETag)> Call(
        this TestService service, HttpMethod method, string address, object? body = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body switch { null => null, HttpContent content => content, _ => JsonContent.Create(body) } };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", service.Key);
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        using var answer = await service.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), answer.Headers.ETag?.Tag);
    }

    /// <summary>Puts an entry in that must be taken.</summary>
    public static async Task<string> Put(this TestService service, string entry, object body, string plan = Plan, string? ifMatch = null)
    {
        var (status, answer, etag) = await service.Call(HttpMethod.Put, $"{plan}/{entry}", body, ifMatch);
        Assert.True(status is HttpStatusCode.Created or HttpStatusCode.OK, $"{entry}: {(int)status} {answer}");
        return etag!;
    }

    public static async Task<JsonNode> Count(this TestService service, string kind, string on, string plan = Plan)
    {
        var (status, answer, _) = await service.Call(HttpMethod.Post, $"{plan}/{kind}", new { by = "Ann", on });
        Assert.True(status == HttpStatusCode.Created, $"{kind}: {(int)status} {answer}");
        return answer!;
    }

    public static async Task<JsonNode> Declare(this TestService service, string plan = Plan)
    {
        var (_, _, seen) = await service.Call(HttpMethod.Get, plan);
        var (status, answer, _) = await service.Call(HttpMethod.Post, plan + "/declaration", new { by = "Ann" }, seen);
        Assert.True(status == HttpStatusCode.OK, $"declaration: {(int)status} {answer}");
        return answer!;
    }

    public static JsonNode Of(this JsonNode told, string list, string id) => told["review"]![list]!.AsArray().Single(i => (string)i!["id"]! == id)!;

    public static JsonNode Measure(this JsonNode told, string measure) => told["progress"]!.AsArray().Single(m => (string)m!["measure"]! == measure)!;

    public static object Meeting(string on, bool shared = false, string learning = "Agreed a protocol") =>
        new { by = "Ann", entry = new { on, network = "U99999", attendees = new[] { TestService.Ods, "A99998" }, learning, shared } };
}
