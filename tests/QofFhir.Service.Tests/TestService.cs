using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using QofFhir.SampleGp.Practice;
using QofFhir.SampleGp.Server;

namespace QofFhir.Service.Tests;

/// <summary>The real host on a free port of loopback, with a data folder of its own and a clock that stands.</summary>
internal sealed class TestService : IAsyncDisposable
{
    public const string Ods = PracticeRecipe.FictionalPractice;

    private readonly WebApplication _app;
    private readonly StringWriter _console;

    /// <summary>What the service writes by; it holds its own lock while it does.</summary>
    private readonly TextWriter _writer;
    private readonly bool _ownsFolder;

    private TestService(WebApplication app, StringWriter console, TextWriter writer, string folder, bool ownsFolder, FakeClock clock)
    {
        (_app, _console, _writer, Folder, _ownsFolder, Clock) = (app, console, writer, folder, ownsFolder, clock);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal)) };
    }

    public HttpClient Http { get; }

    public FakeClock Clock { get; }

    public string Folder { get; }

    public string Console
    {
        get
        {
            lock (_writer)
            {
                return _console.ToString();
            }
        }
    }

    /// <summary>The key that was shown at the first start with this folder.</summary>
    public string Key => Console.Split('\n').Single(l => l.Contains("shown this once: ", StringComparison.Ordinal)).Split(": ")[1].Trim();

    public static Task<TestService> Start(string? folder = null, params string[] settings) =>
        StartAt(new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero), folder, settings);

    public static async Task<TestService> StartAt(DateTimeOffset now, string? folder, params string[] settings)
    {
        var root = folder ?? Directory.CreateTempSubdirectory("qoffhir-").FullName;
        var clock = new FakeClock(now);
        var console = new StringWriter();
        var writer = TextWriter.Synchronized(console);
        string[] arguments =
        [
            "--urls=http://127.0.0.1:0", $"--QofFhir:DataFolder={root}", "--Logging:LogLevel:Default=None",
            .. settings.Select(s => "--" + s),
        ];
        WebApplication? app = null;
        try
        {
            app = Program.Build(arguments, clock, writer);
            await app.StartAsync();
            return new TestService(app, console, writer, root, folder is null, clock);
        }
        catch
        {
            await (app?.DisposeAsync() ?? ValueTask.CompletedTask);
            if (folder is null)
            {
                Directory.Delete(root, recursive: true);
            }

            throw;
        }
    }

    /// <summary>A service with one practice, at this address.</summary>
    public static Task<TestService> For(Uri practice, string? folder = null, params string[] settings) => Start(
        folder,
        [
            $"QofFhir:Practices:0:Ods={Ods}", $"QofFhir:Practices:0:BaseUrl={practice}",
            $"QofFhir:CodePacks:0={Path.Combine(AppContext.BaseDirectory, "samples", "valuesets")}", .. settings,
        ]);

    /// <summary>What is left of extractions that did not come to an end.</summary>
    public static IEnumerable<string> Unfinished(string folder) =>
        Directory.EnumerateFileSystemEntries(Path.Combine(folder, "records")).Where(p => Path.GetExtension(p) is not (".qofrec" or ".lock"));

    public static Task<SampleGpServer> SampleGp() => SampleGpServer.StartAsync(new SampleGpSettings(SamplePractice.Folder));

    /// <summary>Starts a run and waits for its end.</summary>
    public async Task<JsonNode> Run(string ods = Ods)
    {
        var started = await Send(HttpMethod.Post, "/runs", Key, new { practice = ods });
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        return await Ended((string)JsonNode.Parse(await started.Content.ReadAsStringAsync())!["id"]!);
    }

    public Task<JsonNode> Ended(string id) => RunEnd.Of(id, address => Json(address));

    public async Task<HttpResponseMessage> Send(HttpMethod method, string address, string? key = null, object? body = null, string? host = null)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        request.Headers.Host = host;
        request.Content = body is null ? null : JsonContent.Create(body);
        return await Http.SendAsync(request);
    }

    public Task<HttpResponseMessage> Get(string address, string? key = null) => Send(HttpMethod.Get, address, key);

    public async Task<JsonNode> Json(string address, string? key = null)
    {
        using var answer = await Get(address, key);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {(int)answer.StatusCode} {body}");
        return JsonNode.Parse(body)!;
    }

    public T Service<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_ownsFolder)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(Folder, recursive: true);
        }
    }
}
