using System.ComponentModel;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using QofFhir.Tests.Fhir.Writing;

namespace QofFhir.Tests.Extraction;

/// <summary>The FHIR server of tests/validators/serve.mjs, which nobody here wrote, as a process that ends with the test.</summary>
internal sealed class ForeignServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private ForeignServer(Process process) => (_process, _errors) = (process, process.StandardError.ReadToEndAsync());

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public static async Task<ForeignServer> Start()
    {
        var folder = Validators.RestoredFolder;
        var start = new ProcessStartInfo("node", ["serve.mjs"])
        {
            WorkingDirectory = folder,
            // It ends when this closes, so it outlives no test process that is killed.
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            var server = new ForeignServer(Process.Start(start)!);
            await server.Listening();
            return server;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException("'node' is not on this machine: install Node 20.19 or later with npm to extract from a FHIR server.", missing);
        }
    }

    /// <summary>Puts each line of each NDJSON file on the server, a batch a file.</summary>
    public async Task Load(string folder)
    {
        using var http = new HttpClient();
        foreach (var file in Directory.GetFiles(folder, "*.ndjson"))
        {
            JsonNode[] entries = [.. File.ReadLines(file).Select(line => Put(JsonNode.Parse(line)!))];
            var batch = new JsonObject { ["resourceType"] = "Bundle", ["type"] = "batch", ["entry"] = new JsonArray(entries) };
            using var content = new StringContent(batch.ToJsonString(), new MediaTypeHeaderValue("application/fhir+json"));
            using var answer = await http.PostAsync(Address, content);
            var said = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            var statuses = said["entry"]?.AsArray().Select(e => (string?)e!["response"]!["status"]).ToArray() ?? [];
            Assert.True(
                statuses.Length == entries.Length && statuses.All(s => s == "200"),
                $"{Path.GetFileName(file)}: HTTP {(int)answer.StatusCode}, and the server did not take all of the batch");
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static JsonObject Put(JsonNode resource) => new()
    {
        ["resource"] = resource,
        ["request"] = new JsonObject { ["method"] = "PUT", ["url"] = $"{resource["resourceType"]}/{resource["id"]}" },
    };

    private async Task Listening()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            Address = await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line
                ? new Uri(line)
                : throw new InvalidOperationException($"serve.mjs ended before it listened: {await _errors}");
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }
}
