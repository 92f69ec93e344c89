using System.Text.Json.Nodes;
using QofFhir.Extraction;
using QofFhir.Extraction.Access;
using QofFhir.Extraction.Bulk;
using QofFhir.Extraction.Http;

namespace QofFhir.Tests.Extraction.Bulk;

/// <summary>Exports from a test server into a folder that goes away with the test.</summary>
internal sealed class BulkRun : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("qoffhir-").FullName;
    private readonly HttpClient _http = SearchExtraction.NewClient();

    public static DateTimeOffset Begin { get; } = new(2026, 11, 21, 6, 0, 0, TimeSpan.Zero);

    public static TypeQuery Patients { get; } = new("Patient");

    public LeapingClock Clock { get; } = new(Begin);

    public ExtractionSettings Settings { get; set; } = new() { Retries = 2, Downloads = 2 };

    public BulkRequest Request { get; set; } = new(new BulkLevel.Group("A81001"));

    public EndpointAccess? Access { get; set; }

    public IReadOnlyList<Uri> AllowedOrigins { get; set; } = [];

    public string? ExportFile { get; set; }

    public EndpointCircuits? Circuits { get; set; }

    public List<ExtractionProgress> Progress { get; } = [];

    public string Folder => Path.Combine(_root, "run");

    /// <summary>What is left of the run on disk.</summary>
    public string[] Left => [.. Directory.GetFileSystemEntries(_root).Select(e => Path.GetFileName(e)!)];

    public Task<ExtractionResult> Of(BulkGp gp, params TypeQuery[] queries) => Of(gp.Address, default, queries);

    public Task<ExtractionResult> Of(Uri address, CancellationToken cancellation, params TypeQuery[] queries) =>
        new BulkExtraction(_http, new FhirEndpoint(address, Access) { AllowedOrigins = AllowedOrigins }, Request, Settings, Clock, new Random(7))
        {
            Progress = new Listener(Progress),
            Circuits = Circuits,
            ExportFile = ExportFile,
        }.Run(queries, Folder, cancellation);

    /// <summary>Why the run ended; nothing may be left of it.</summary>
    public async Task<string> Fault(BulkGp gp, params TypeQuery[] queries)
    {
        var fault = await Assert.ThrowsAsync<ExtractionException>(() => Of(gp, queries));
        Assert.Empty(Left);
        return fault.Message;
    }

    public string Text(string type) => File.ReadAllText(Path.Combine(Folder, type + ".ndjson"));

    public string[] Ids(string type) =>
        [.. File.ReadAllLines(Path.Combine(Folder, type + ".ndjson")).Select(l => (string)JsonNode.Parse(l)!["id"]!).Order(StringComparer.Ordinal)];

    public void Dispose()
    {
        _http.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    private sealed class Listener(List<ExtractionProgress> heard) : IProgress<ExtractionProgress>
    {
        public void Report(ExtractionProgress value)
        {
            lock (heard)
            {
                heard.Add(value);
            }
        }
    }
}
