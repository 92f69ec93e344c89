using QofFhir.Extraction;
using QofFhir.Extraction.Access;

namespace QofFhir.Tests.Extraction;

/// <summary>Extracts from a test server into a folder that goes away with the test.</summary>
internal sealed class ExtractionRun : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("qoffhir-").FullName;
    private readonly HttpClient _http = SearchExtraction.NewClient();

    public InstantClock Clock { get; } = new(new DateTimeOffset(2026, 11, 21, 6, 0, 0, TimeSpan.Zero));

    public ExtractionSettings Settings { get; set; } = new() { PageSize = 2, CodesPerSearch = 2 };

    public string? Token { get; set; }

    public string Folder => Path.Combine(_root, "run");

    /// <summary>What is left of the run on disk.</summary>
    public string[] Left => [.. Directory.GetFileSystemEntries(_root).Select(e => Path.GetFileName(e)!)];

    public Task<ExtractionResult> Of(TestGp gp, params TypeQuery[] queries) =>
        new SearchExtraction(_http, new FhirEndpoint(gp.Address, EndpointAccess.Token(Token)), Settings, Clock, new Random(7)).Run(queries, Folder, default);

    public string[] Lines(string type) => File.Exists(Path.Combine(Folder, type + ".ndjson"))
        ? File.ReadAllLines(Path.Combine(Folder, type + ".ndjson"))
        : [];

    public string[] Ids(string type) =>
        [.. Lines(type).Select(l => (string)System.Text.Json.Nodes.JsonNode.Parse(l)!["id"]!).Order(StringComparer.Ordinal)];

    public void Dispose()
    {
        _http.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    public static TypeQuery Coded(string type, params string[] codes) => new(type)
    {
        CodeParameters = ["code"],
        Codes = [new CodeList("http://vs/one", [.. codes.Select(c => "http://snomed.info/sct|" + c)])],
    };
}
