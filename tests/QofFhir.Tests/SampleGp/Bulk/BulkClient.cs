using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace QofFhir.Tests.SampleGp.Bulk;

/// <summary>Does bulk exports by hand, step by step, and forgives nothing.</summary>
internal sealed class BulkClient(Uri baseUrl) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None });

    public HttpClient Http => _http;

    public string? Token { get; set; }

    public Task<HttpResponseMessage> KickOff(string path = "Patient/$export", string prefer = "respond-async") =>
        Send(HttpMethod.Get, baseUrl + "/" + path, r => r.Headers.Add("Prefer", prefer));

    public Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] parameters)
    {
        var json = JsonSerializer.Serialize(new
        {
            resourceType = "Parameters",
            parameter = parameters.Select(p => p.Name == "patient" ? (object)new { name = p.Name, valueReference = new { reference = p.Value } } : new { name = p.Name, valueString = p.Value }),
        });
        return Send(HttpMethod.Post, baseUrl + "/" + path, r =>
        {
            r.Headers.Add("Prefer", "respond-async");
            r.Content = new StringContent(json, Encoding.UTF8, "application/fhir+json");
        });
    }

    public Task<HttpResponseMessage> Get(string url, string? range = null, bool withToken = true) =>
        Send(HttpMethod.Get, url, r => r.Headers.Range = range is null ? null : RangeHeaderValue.Parse(range), withToken);

    public static string StatusUrl(HttpResponseMessage kickOff)
    {
        Assert.Equal(HttpStatusCode.Accepted, kickOff.StatusCode);
        return kickOff.Content.Headers.ContentLocation!.ToString();
    }

    public async Task<JsonElement> Manifest(HttpResponseMessage kickOff) => await Manifest(StatusUrl(kickOff));

    /// <param name="path">A URL to poll, or the path of a kick-off that is done first.</param>
    public async Task<JsonElement> Manifest(string path = "Patient/$export")
    {
        var status = await Get(path.StartsWith("http", StringComparison.Ordinal) ? path : StatusUrl(await KickOff(path)));
        Assert.Equal(HttpStatusCode.OK, status.StatusCode);
        return JsonDocument.Parse(await status.Content.ReadAsByteArrayAsync()).RootElement;
    }

    public static IReadOnlyList<JsonElement> Rows(JsonElement manifest, string name) =>
        manifest.TryGetProperty(name, out var rows) ? [.. rows.EnumerateArray()] : [];

    public static IReadOnlyList<string> Urls(JsonElement manifest, string name = "output") => [.. Rows(manifest, name).Select(r => r.GetProperty("url").GetString()!)];

    public async Task<string> Text(string url)
    {
        var file = await Get(url);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal("application/fhir+ndjson", file.Content.Headers.ContentType?.MediaType);
        return await file.Content.ReadAsStringAsync();
    }

    public async Task<IReadOnlyList<JsonElement>> Resources(JsonElement manifest, string name = "output")
    {
        var found = new List<JsonElement>();
        foreach (var url in Urls(manifest, name))
        {
            found.AddRange((await Text(url)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement));
        }

        return found;
    }

    /// <summary>Ids of everything that the export gave, in order.</summary>
    public async Task<IReadOnlyList<string>> Ids(JsonElement manifest) =>
        [.. (await Resources(manifest)).Select(r => r.GetProperty("id").GetString()!).Order(StringComparer.Ordinal)];

    public async Task<IReadOnlyList<string>> Ids(HttpResponseMessage kickOff) => await Ids(await Manifest(kickOff));

    public async Task<IReadOnlyList<string>> Ids(string path) => await Ids(await KickOff(path));

    /// <summary>What the manifest tells as deleted, as <c>Type/id</c>.</summary>
    public async Task<IReadOnlyList<string>> Deleted(JsonElement manifest) =>
        [.. (await Resources(manifest, "deleted")).SelectMany(b => b.GetProperty("entry").EnumerateArray()).Select(e => e.GetProperty("request").GetProperty("url").GetString()!)];

    public async Task<HttpResponseMessage> Send(HttpMethod method, string url, Action<HttpRequestMessage>? with = null, bool withToken = true)
    {
        using var request = new HttpRequestMessage(method, url);
        with?.Invoke(request);
        if (Token is not null && withToken)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        }

        return await _http.SendAsync(request);
    }

    public void Dispose() => _http.Dispose();
}
