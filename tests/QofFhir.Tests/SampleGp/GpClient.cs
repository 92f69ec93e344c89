using System.Net;
using System.Text.Json;

namespace QofFhir.Tests.SampleGp;

/// <summary>Speaks HTTP to a sample GP system and reads its Bundles.</summary>
internal sealed class GpClient(Uri baseUrl) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });

    public HttpClient Http => _http;

    public Uri Url(string path) => new(baseUrl + "/" + path);

    public Task<HttpResponseMessage> Get(string path) => _http.GetAsync(Url(path));

    public async Task<JsonElement> Json(string path) => await Parsed(await Get(path));

    public Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] form)
    {
        var content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return _http.PostAsync(Url(path), content);
    }

    /// <summary>All pages of a search, following next links verbatim.</summary>
    public async Task<IReadOnlyList<JsonElement>> Pages(string path, int most = 1000)
    {
        var pages = new List<JsonElement>();
        for (var next = Url(path).ToString(); next is not null && pages.Count < most; next = Link(pages[^1], "next"))
        {
            pages.Add(await Parsed(await _http.GetAsync(new Uri(next))));
        }

        return pages;
    }

    public async Task<IReadOnlyList<string>> Ids(string path) => [.. (await Pages(path)).SelectMany(IdsOf)];

    public static IReadOnlyList<string> IdsOf(JsonElement bundle) =>
        bundle.TryGetProperty("entry", out var entries)
            ? [.. entries.EnumerateArray().Where(e => e.GetProperty("search").GetProperty("mode").GetString() == "match").Select(e => e.GetProperty("resource").GetProperty("id").GetString()!)]
            : [];

    public static string? Link(JsonElement bundle, string relation) =>
        bundle.GetProperty("link").EnumerateArray().Where(l => l.GetProperty("relation").GetString() == relation)
            .Select(l => l.GetProperty("url").GetString()).SingleOrDefault();

    public static async Task<JsonElement> Parsed(HttpResponseMessage response)
    {
        Assert.Equal("application/fhir+json", response.Content.Headers.ContentType?.MediaType);
        return JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync()).RootElement;
    }

    /// <summary>An error answer: the status that was wanted, and an OperationOutcome.</summary>
    public static async Task<string> Refused(HttpStatusCode status, HttpResponseMessage response)
    {
        Assert.Equal(status, response.StatusCode);
        var outcome = await Parsed(response);
        Assert.Equal("OperationOutcome", outcome.GetProperty("resourceType").GetString());
        Assert.Equal("error", outcome.GetProperty("issue")[0].GetProperty("severity").GetString());
        return string.Join('\n', outcome.GetProperty("issue").EnumerateArray().Select(i => i.GetProperty("diagnostics").GetString()));
    }

    public void Dispose() => _http.Dispose();
}
