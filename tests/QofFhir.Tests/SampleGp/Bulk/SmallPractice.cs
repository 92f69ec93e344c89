using QofFhir.SampleGp.Server;
using QofFhir.SampleGp.Server.Bulk;
using QofFhir.SampleGp.Server.Faults;

namespace QofFhir.Tests.SampleGp.Bulk;

/// <summary>A running sample GP system over three patients with two observations each, a condition of the first, and a practice.</summary>
internal sealed class SmallPractice : IAsyncDisposable
{
    public const string ValueSet = "https://example.org/ValueSet/pressure";

    private readonly TemporaryFolder _folder;

    private SmallPractice(TemporaryFolder folder, SampleGpServer server) =>
        (_folder, Server, Bulk) = (folder, server, new BulkClient(server.BaseUrl));

    public SampleGpServer Server { get; }

    public BulkClient Bulk { get; }

    public SampleGpFaults Faults => Server.Faults;

    public SampleGpRecords Records => Server.Records;

    public static Task<SmallPractice> Start(BulkSettings? bulk = null) => Start(s => s with { Bulk = bulk ?? new() { Polls = 0 } });

    public static async Task<SmallPractice> Start(Func<SampleGpSettings, SampleGpSettings> settings)
    {
        var folder = new TemporaryFolder();
        await File.WriteAllLinesAsync(Path.Combine(folder.Path, "all.ndjson"), Lines());
        var known = new Dictionary<string, IReadOnlySet<string>> { [ValueSet] = new HashSet<string> { "urn:s|bp" } };
        var server = await SampleGpServer.StartAsync(settings(new SampleGpSettings(folder.Path) { ValueSets = known, Bulk = new() { Polls = 0 } }));
        return new SmallPractice(folder, server);
    }

    public async ValueTask DisposeAsync()
    {
        Bulk.Dispose();
        await Server.DisposeAsync();
        _folder.Dispose();
    }

    private static IEnumerable<string> Lines()
    {
        yield return """{"resourceType":"Organization","id":"org"}""";
        yield return """{"resourceType":"Condition","id":"c1","meta":{"lastUpdated":"2026-01-02T00:00:00Z"},"subject":{"reference":"Patient/p1"},"code":{"coding":[{"system":"urn:s","code":"dm"}]},"onsetDateTime":"2020-01-01"}""";
        foreach (var p in new[] { "p1", "p2", "p3" })
        {
            yield return $$"""{"resourceType":"Patient","id":"{{p}}","meta":{"lastUpdated":"2026-01-01T00:00:00Z"},"gender":"female","birthDate":"1960-01-01"}""";
            yield return $$"""{"resourceType":"Observation","id":"{{p}}-bp","meta":{"lastUpdated":"2026-01-01T00:00:00Z"},"subject":{"reference":"Patient/{{p}}"},"code":{"coding":[{"system":"urn:s","code":"bp"}]},"effectiveDateTime":"2026-05-01"}""";
            yield return $$"""{"resourceType":"Observation","id":"{{p}}-hb","meta":{"lastUpdated":"2026-02-01T00:00:00Z"},"subject":{"reference":"Patient/{{p}}"},"code":{"coding":[{"system":"urn:s","code":"hb"}]},"valueQuantity":{"value":5},"effectiveDateTime":"2026-06-01"}""";
        }
    }
}
