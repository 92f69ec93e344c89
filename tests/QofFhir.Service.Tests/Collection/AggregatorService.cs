using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace QofFhir.Service.Tests.Collection;

/// <summary>A service in the aggregator's role, spoken to with its own key.</summary>
public class AggregatorService : IAsyncLifetime
{
    private protected virtual string[] Store => [];

    internal TestService Service { get; private set; } = null!;

    internal HttpClient Http => Service.Http;

    public async Task InitializeAsync()
    {
        Service = await TestService.Start(null, ["QofFhir:Roles:0=aggregator", .. Store]);
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Service.Key);
    }

    public async Task DisposeAsync() => await Service.DisposeAsync();

    internal async Task<Answer> Send(HttpMethod method, string address, object? body = null, string type = "application/fhir+json", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Content = body switch
        {
            null => null,
            byte[] bytes => new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(type) } },
            _ => new StringContent(body.ToString()!, Encoding.UTF8, type),
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return new Answer(
            (int)answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), answer.Headers.ETag?.ToString(), answer.Headers.Location?.ToString(),
            answer.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null, answer.Content.Headers.LastModified);
    }

    internal Task<Answer> Post(JsonNode report) => Send(HttpMethod.Post, "/fhir/MeasureReport", report.ToJsonString());

    internal Task<Answer> Transaction(params IEnumerable<JsonObject> entries) => Send(HttpMethod.Post, "/fhir", ReportText.Bundle("transaction", entries).ToJsonString());

    internal Task<JsonNode> Json(string address) => Service.Json(address, Service.Key);

    /// <summary>What the receipt of an answer says: reports, created, replaced, unchanged, older, refused.</summary>
    internal async Task<string> Receipt(Answer answer)
    {
        var receipt = await Json(new Uri(answer.Receipt!).PathAndQuery);
        return string.Join(' ', new[] { "reports", "created", "replaced", "unchanged", "older", "refused" }.Select(n => (long)receipt[n]!));
    }

    /// <param name="Receipt">Its address.</param>
    internal sealed record Answer(int Status, JsonNode? Body, string? ETag, string? Location, string? Receipt, DateTimeOffset? Modified)
    {
        /// <summary>The codes of the issues.</summary>
        public string[] Codes => [.. Body!["issue"]!.AsArray().Select(i => (string)i!["code"]!)];

        public string Text => string.Join(' ', Body!["issue"]!.AsArray().Select(i => (string)i!["details"]!["text"]!));
    }
}
