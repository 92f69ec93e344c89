using QofFhir.Extraction;
using QofFhir.Extraction.Access;
using QofFhir.Extraction.Bulk;
using QofFhir.SampleGp.Practice;
using QofFhir.SampleGp.Server;
using QofFhir.SampleGp.Server.Bulk;
using QofFhir.SampleGp.Server.Faults;
using QofFhir.Tests.Extraction.Cache;

namespace QofFhir.Tests.Extraction.Bulk;

/// <summary>Exports of everything that the sample GP system has, held against the files that it serves.</summary>
internal sealed class SampleExport : IAsyncDisposable
{
    private static readonly Lazy<string[]> OutcomesOfFiles = new(() => Outcomes(SamplePractice.Folder));

    private readonly List<BulkRun> _runs = [];

    private SampleExport(SampleGpServer server) => Server = server;

    public static IReadOnlyList<string> Types { get; } =
        [.. Directory.GetFiles(SamplePractice.Folder, "*.ndjson").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    public SampleGpServer Server { get; }

    public EndpointAccess? Access { get; set; }

    public int Downloads { get; set; } = 4;

    public static async Task<SampleExport> Start(SampleGpFaultPlan plan, Func<SampleGpSettings, SampleGpSettings>? settings = null)
    {
        var standing = new SampleGpSettings(SamplePractice.Folder)
        {
            Bulk = new BulkSettings { ResourcesPerFile = 150 },
            Clock = new InstantClock(BulkRun.Begin),
        };
        var server = await SampleGpServer.StartAsync(settings?.Invoke(standing) ?? standing);
        server.Faults.Plan = plan;
        return new SampleExport(server);
    }

    public Task<ExtractionResult> Run() => Next().Of(Server.BaseUrl, default, [.. Types.Select(t => new TypeQuery(t))]);

    /// <summary>Why the run ended; nothing may be left of it.</summary>
    public async Task<string> Fault()
    {
        var fault = await Assert.ThrowsAsync<ExtractionException>(Run);
        Assert.Empty(_runs[^1].Left);
        return fault.Message;
    }

    /// <summary>Resource for resource and outcome for outcome.</summary>
    public static void IsThatOfTheFiles(ExtractionResult result)
    {
        Assert.Empty(result.Missing);
        Assert.All(Types, t => Assert.Equal(Lines(SamplePractice.Folder, t), Lines(result.Folder, t)));
        Assert.NotEmpty(OutcomesOfFiles.Value);
        Assert.Equal(OutcomesOfFiles.Value, Outcomes(result.Folder));
    }

    public static string[] Lines(string folder, string type) =>
        [.. File.ReadAllLines(Path.Combine(folder, type + ".ndjson")).Order(StringComparer.Ordinal)];

    public async ValueTask DisposeAsync()
    {
        _runs.ForEach(r => r.Dispose());
        await Server.DisposeAsync();
    }

    private BulkRun Next()
    {
        _runs.Add(new BulkRun
        {
            Request = new BulkRequest(new BulkLevel.System()) { Filter = BulkFilter.None },
            Access = Access,
            Settings = new ExtractionSettings { Retries = 3, Downloads = Downloads },
        });
        return _runs[^1];
    }

    private static string[] Outcomes(string folder) =>
        CacheSetting.Outcomes(Directory.GetFiles(folder, "*.ndjson").Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), (Func<Stream>)(() => File.OpenRead(f)))));
}
