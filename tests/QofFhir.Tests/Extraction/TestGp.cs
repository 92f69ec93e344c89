using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace QofFhir.Tests.Extraction;

/// <summary>A small FHIR server on loopback: knows Patient and coded types, and lets a test step in before it answers.</summary>
internal sealed class TestGp : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<JsonObject> _resources = [];

    private TestGp(WebApplication app) => _app = app;

    /// <summary>Answers in place of the server where it returns true.</summary>
    public Func<HttpContext, Task<bool>> StepIn { get; set; } = _ => Task.FromResult(false);

    /// <summary>Changes a bundle before it is sent.</summary>
    public Action<HttpContext, JsonObject> Change { get; set; } = (_, _) => { };

    /// <summary>Value sets that <c>:in</c> knows, by canonical URL.</summary>
    public Dictionary<string, string[]> ValueSets { get; } = [];

    public HashSet<string> IgnoredParameters { get; } = [];

    public HashSet<string> RefusedParameters { get; } = [];

    public bool Indented { get; set; }

    public List<string> Requests { get; } = [];

    public Uri Address => new(_app.Urls.Single() + "/r4");

    public static async Task<TestGp> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var gp = new TestGp(app);
        app.Run(gp.Answer);
        await app.StartAsync();
        return gp;
    }

    public TestGp With(string type, string id, string? code = null, string system = "http://snomed.info/sct")
    {
        var resource = new JsonObject { ["resourceType"] = type, ["id"] = id };
        if (code is not null)
        {
            resource["code"] = new JsonObject
            {
                ["coding"] = new JsonArray(new JsonObject { ["system"] = system, ["code"] = code }),
            };
        }

        _resources.Add(resource);
        return this;
    }

    public TestGp WithReference(string type, string id, string element, string target)
    {
        With(type, id);
        _resources[^1][element] = new JsonObject { ["reference"] = target };
        return this;
    }

    public int Asked(string start) => Requests.Count(r => r.StartsWith(start, StringComparison.Ordinal));

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task Answer(HttpContext context)
    {
        var parameters = context.Request.HasFormContentType
            ? (await context.Request.ReadFormAsync()).ToDictionary(p => p.Key, p => p.Value.ToString())
            : context.Request.Query.ToDictionary(p => p.Key, p => p.Value.ToString());
        var path = context.Request.Path.Value!["/r4/".Length..];
        lock (Requests)
        {
            Requests.Add($"{context.Request.Method} {path} {string.Join(' ', parameters.Where(p => p.Key != "_count").Select(p => p.Key))}".TrimEnd());
        }

        if (await StepIn(context))
        {
            return;
        }

        await Send(context, path == "metadata" ? Metadata() : Search(context, path.Split('/')[0], parameters));
    }

    private static JsonObject Metadata() => new() { ["resourceType"] = "CapabilityStatement", ["fhirVersion"] = "4.0.1" };

    private JsonObject Search(HttpContext context, string type, Dictionary<string, string> parameters)
    {
        if (parameters.Keys.Any(RefusedParameters.Contains))
        {
            context.Response.StatusCode = 400;
            return Outcome("error", "not-supported");
        }

        var taken = parameters.Where(p => !IgnoredParameters.Contains(p.Key)).ToDictionary();
        var from = int.Parse(taken.GetValueOrDefault("from", "0"), System.Globalization.CultureInfo.InvariantCulture);
        var size = int.Parse(taken.GetValueOrDefault("_count", "50"), System.Globalization.CultureInfo.InvariantCulture);
        var found = _resources.Where(r => (string?)r["resourceType"] == type && taken.All(p => Fits(r, p.Key, p.Value))).ToArray();
        var links = new JsonArray(Link("self", type, taken));
        if (from + size < found.Length)
        {
            taken["from"] = $"{from + size}";
            links.Add(Link("next", type, taken));
        }

        var entries = found.Skip(from).Take(size).Select(r => (JsonNode)new JsonObject
        {
            ["resource"] = r.DeepClone(),
            ["search"] = new JsonObject { ["mode"] = "match" },
        });
        var bundle = new JsonObject
        {
            ["resourceType"] = "Bundle",
            ["type"] = "searchset",
            ["link"] = links,
            ["entry"] = new JsonArray([.. entries]),
        };
        Change(context, bundle);
        return bundle;
    }

    private JsonObject Link(string relation, string type, Dictionary<string, string> parameters) => new()
    {
        ["relation"] = relation,
        ["url"] = $"{Address}/{type}?{string.Join('&', parameters.Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}"))}",
    };

    private bool Fits(JsonObject resource, string parameter, string value) => parameter switch
    {
        "code" or "combo-code" => Coded(resource, value.Split(',')),
        "code:in" or "combo-code:in" => Coded(resource, ValueSets.GetValueOrDefault(value, [])),
        "medication" => value.Split(',').Contains((string?)resource["medicationReference"]?["reference"]),
        _ => true,
    };

    private static bool Coded(JsonObject resource, string[] tokens) =>
        resource["code"]?["coding"]?[0] is { } coding && tokens.Contains($"{coding["system"]}|{coding["code"]}");

    public static JsonObject Outcome(string severity, string code) => new()
    {
        ["resourceType"] = "OperationOutcome",
        ["issue"] = new JsonArray(new JsonObject { ["severity"] = severity, ["code"] = code, ["diagnostics"] = "SECRET" }),
    };

    public async Task Send(HttpContext context, JsonObject body)
    {
        context.Response.ContentType = "application/fhir+json";
        await context.Response.WriteAsync(body.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = Indented }));
    }
}
