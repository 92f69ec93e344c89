using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace QofFhir.Tests.Extraction.Bulk;

/// <summary>A small Bulk Data server on loopback; a test changes its manifest, and steps in before it answers.</summary>
internal sealed class BulkGp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BulkGp(WebApplication app) => _app = app;

    /// <summary>Answers in place of the server where it returns true.</summary>
    public Func<HttpContext, Task<bool>> StepIn { get; set; } = _ => Task.FromResult(false);

    /// <summary>What each poll before the last one gets.</summary>
    public Queue<Action<HttpResponse>> Polls { get; } = new();

    public JsonObject Manifest { get; set; } = new()
    {
        ["transactionTime"] = "2026-11-21T05:58:12.345Z",
        ["requiresAccessToken"] = true,
        ["output"] = new JsonArray(),
    };

    public Dictionary<string, byte[]> Files { get; } = [];

    /// <summary>Method, path with query, and the token that came along.</summary>
    public List<string> Requests { get; } = [];

    public List<string> Bodies { get; } = [];

    public Uri Origin => new(_app.Urls.Single());

    public Uri Address => new(Origin, "/r4");

    public static async Task<BulkGp> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var gp = new BulkGp(app);
        app.Run(gp.Answer);
        await app.StartAsync();
        return gp;
    }

    /// <summary>Puts a file into the manifest.</summary>
    public BulkGp With(string? type, string name, string text, int? count = null, string list = "output") =>
        With(type, name, Encoding.UTF8.GetBytes(text), count, list);

    public BulkGp With(string? type, string name, byte[] bytes, int? count = null, string list = "output", Uri? origin = null)
    {
        Files[name] = bytes;
        var file = new JsonObject { ["type"] = type, ["url"] = new Uri(origin ?? Origin, "/files/" + name).AbsoluteUri };
        if (count is not null)
        {
            file["count"] = count;
        }

        Manifest[list] ??= new JsonArray();
        Manifest[list]!.AsArray().Add(file);
        return this;
    }

    public static string Resource(string type, string id, string more = "") =>
        $$"""{"resourceType":"{{type}}","id":"{{id}}"{{more}}}""" + "\n";

    public int Asked(string start) => Snapshot().Count(r => r.StartsWith(start, StringComparison.Ordinal));

    public string[] Snapshot()
    {
        lock (Requests)
        {
            return [.. Requests];
        }
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task Answer(HttpContext context)
    {
        var (request, path) = (context.Request, context.Request.Path.Value!);
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        lock (Requests)
        {
            Requests.Add($"{request.Method} {path}{request.QueryString} {request.Headers.Authorization}".TrimEnd());
            Bodies.Add(body);
        }

        if (await StepIn(context))
        {
            return;
        }

        if (path == "/r4/metadata")
        {
            await Send(context, new JsonObject { ["resourceType"] = "CapabilityStatement", ["fhirVersion"] = "4.0.1" });
        }
        else if (path.EndsWith("$export", StringComparison.Ordinal))
        {
            context.Response.StatusCode = 202;
            context.Response.Headers.ContentLocation = new Uri(Origin, "/job/1").AbsoluteUri;
        }
        else if (path == "/job/1" && request.Method == "DELETE")
        {
            context.Response.StatusCode = 202;
        }
        else if (path == "/job/1")
        {
            if (Polls.TryDequeue(out var poll))
            {
                poll(context.Response);
                return;
            }

            await Send(context, Manifest);
        }
        else if (Files.TryGetValue(path["/files/".Length..], out var file))
        {
            await context.Response.Body.WriteAsync(file);
        }
        else
        {
            context.Response.StatusCode = 404;
        }
    }

    public static async Task Send(HttpContext context, JsonObject body, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body.ToJsonString());
    }
}
