using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace QofFhir.Tests.Extraction;

/// <summary>A small terminology server on loopback with a token server beside it; a test changes a page, or steps in before it is asked for.</summary>
internal sealed class TestTerminology : IAsyncDisposable
{
    public const string Version = "http://snomed.info/sct|http://snomed.info/sct/83821000000107/version/20260401";

    private readonly WebApplication _app;

    private TestTerminology(WebApplication app) => _app = app;

    /// <summary>Members by the id of the reference set; one that is not here has none.</summary>
    public Dictionary<string, string[]> Refsets { get; } = [];

    public string? Secret { get; set; }

    public int TokenLife { get; set; } = 300;

    /// <summary>The token that is let in; another number is the next one given.</summary>
    public int Token { get; set; } = 1;

    public List<string> Requests { get; } = [];

    public Func<HttpContext, Task<bool>> StepIn { get; set; } = _ => Task.FromResult(false);

    public Action<int, JsonObject> Change { get; set; } = (_, _) => { };

    public Uri Address => new(_app.Urls.Single() + "/r4");

    public Uri TokenAddress => new(_app.Urls.Single() + "/token");

    public static async Task<TestTerminology> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new TestTerminology(app);
        app.Run(server.Answer);
        await app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task Answer(HttpContext context)
    {
        if (context.Request.Path == "/token")
        {
            var form = await context.Request.ReadFormAsync();
            Requests.Add($"token {form["grant_type"]} {form["client_id"]}");
            context.Response.StatusCode = form["client_secret"] == Secret ? 200 : 401;
            await context.Response.WriteAsync($$"""{ "access_token": "t{{Token}}", "token_type": "Bearer", "expires_in": {{TokenLife}} }""");
            return;
        }

        var body = (await JsonNode.ParseAsync(context.Request.Body))!;
        var parameters = body["parameter"]!.AsArray().ToDictionary(p => (string)p!["name"]!, p => p!["valueUri"] ?? p!["valueInteger"]);
        var (url, offset, count) = ((string)parameters["url"]!, (int)parameters["offset"]!, (int)parameters["count"]!);
        Requests.Add($"{context.Request.Method} {context.Request.Path} {url} {offset}");
        if (Secret is not null && context.Request.Headers.Authorization != $"Bearer t{Token}")
        {
            context.Response.StatusCode = 401;
            return;
        }

        if (!await StepIn(context))
        {
            var members = Refsets.GetValueOrDefault(url["http://snomed.info/sct?fhir_vs=ecl/^".Length..], []);
            var page = Page(members, offset, count);
            Change(offset, page);
            context.Response.ContentType = "application/fhir+json";
            await context.Response.WriteAsync(page.ToJsonString());
        }
    }

    private static JsonObject Page(string[] members, int offset, int count) => new()
    {
        ["resourceType"] = "ValueSet",
        ["expansion"] = new JsonObject
        {
            ["total"] = members.Length,
            ["offset"] = offset,
            ["parameter"] = new JsonArray(new JsonObject { ["name"] = "version", ["valueUri"] = Version }),
            ["contains"] = new JsonArray([.. members.Skip(offset).Take(count).Select(code => (JsonNode)new JsonObject
            {
                ["system"] = "http://snomed.info/sct", ["code"] = code, ["display"] = "term of " + code,
            })]),
        },
    };
}
