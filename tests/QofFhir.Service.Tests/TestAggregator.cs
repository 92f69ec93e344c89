using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace QofFhir.Service.Tests;

/// <summary>Takes MeasureReports by conditional update, or answers as a test says.</summary>
internal sealed class TestAggregator : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestAggregator(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single() + "/fhir");

    /// <summary>Reports by the identifier of the request, with how often each was put.</summary>
    public Dictionary<string, (JsonNode Report, int Puts)> Taken { get; } = [];

    /// <summary>How many reports there are, while more may come.</summary>
    public int Count
    {
        get
        {
            lock (Taken)
            {
                return Taken.Count;
            }
        }
    }

    public Queue<int> Answers { get; } = new();

    public string? Authorization { get; private set; }

    public static async Task<TestAggregator> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var aggregator = new TestAggregator(app);
        app.MapPut("/fhir/MeasureReport", aggregator.Put);
        await app.StartAsync();
        return aggregator;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Put(HttpContext context)
    {
        Authorization = context.Request.Headers.Authorization;
        if (Answers.TryDequeue(out var status) && status >= 300)
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = "0";
            return;
        }

        var identifier = context.Request.Query["identifier"].ToString();
        var report = (await JsonNode.ParseAsync(context.Request.Body))!;
        lock (Taken)
        {
            var known = Taken.TryGetValue(identifier, out var before);
            Taken[identifier] = (report, before.Puts + 1);
            context.Response.StatusCode = known ? 200 : 201;
        }
    }
}
