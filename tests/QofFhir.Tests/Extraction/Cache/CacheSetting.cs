using System.Text.RegularExpressions;
using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;
using QofFhir.Definitions;
using QofFhir.Extraction;
using QofFhir.Extraction.Bulk;
using QofFhir.Extraction.Cache;
using QofFhir.Fhir.Reading;
using QofFhir.SampleGp.Practice;
using QofFhir.SampleGp.Server;
using QofFhir.Tests.SampleGp;

namespace QofFhir.Tests.Extraction.Cache;

/// <summary>Extracts from a sample GP system into records that go away with the test, and evaluates them.</summary>
internal sealed partial class CacheSetting : IDisposable
{
    private static readonly DefinitionLibrary Library = DefinitionLibrary.Load(
        DefinitionLibrary.DefaultRoot, Path.Combine(AppContext.BaseDirectory, "samples", "valuesets"));

    private static readonly Lazy<CodeIndex> Codes = new(() => Library.CodeIndex(Framework!));

    private static readonly HashSet<string> Occurring =
    [
        .. Directory.GetFiles(SamplePractice.Folder).SelectMany(File.ReadLines).SelectMany(l => CodeMember().Matches(l)).Select(m => m.Groups[1].Value),
    ];

    private static readonly Framework Framework = Library.Framework("qof-england-2026-27");

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _http;

    public CacheSetting() => _http = new HttpClient(new Eavesdropper(this));

    /// <summary>Steps in before each request of an extraction is sent.</summary>
    public Action<HttpRequestMessage> BeforeRequest { get; set; } = _ => { };

    /// <summary>What the framework asks, cut down to codes that occur.</summary>
    public static IReadOnlyList<TypeQuery> Queries { get; } =
    [
        .. PracticeQueries.For(Framework.Plan, c => "http://vs/" + c.Name)
            .Select(q => q with { Codes = [.. q.Codes.Select(l => l with { Tokens = [.. l.Tokens.Where(Occurs)] }).Where(l => l.Tokens.Count > 0)] }),
    ];

    public string Folder => _folder.Path;

    public string CacheFile => Path.Combine(_folder.Path, "kept", "practice.qofrec");

    public CacheKey? Key { get; set; }

    public RecordsCache Cache => new(CacheFile, Key);

    public ExtractionMode Mode { get; set; } = ExtractionMode.Bulk;

    public BulkRequest Request { get; set; } = new(new BulkLevel.Group(SampleGpRecords.PracticeGroup)) { Filter = BulkFilter.Codes };

    public int FullEvery { get; set; } = 1000;

    public Task<CachedRun> Run(SampleGpServer gp, bool full = false, string? file = null, IReadOnlyList<TypeQuery>? queries = null) =>
        new CachedExtraction(Practice(gp.BaseUrl), file is null ? Cache : new RecordsCache(file)) { FullEvery = FullEvery }.Run(queries ?? Queries, full, default);

    /// <summary>Everything, as the server gives it.</summary>
    public async Task<string[]> OutcomesOfAll(SampleGpServer gp)
    {
        var folder = Path.Combine(_folder.Path, "all");
        await Practice(gp.BaseUrl).Run(Queries, folder, default);
        var outcomes = Outcomes(Directory.GetFiles(folder, "*.ndjson").Select(f => (Path.GetFileName(f), (Func<Stream>)(() => File.OpenRead(f)))));
        Directory.Delete(folder, recursive: true);
        return outcomes;
    }

    public static string[] Outcomes(IEnumerable<(string Name, Func<Stream> Open)> inputs)
    {
        var reader = new RecordReader(Codes.Value);
        foreach (var (name, open) in inputs)
        {
            using var stream = open();
            reader.Read(stream, name);
        }

        var records = reader.Finish().Records;
        var result = Qof.Evaluate(Framework, records, ServiceDates.Year(new DateOnly(2026, 11, 30)), PracticeRecipe.FictionalPractice);
        return [.. result.Indicators.SelectMany(i => i.Outcomes.Select(o =>
            $"{records.Patient(o.Patient).Id} {i.Indicator.Id} {o.Outcome.Name} {o.Outcome.Row?.Name}")).Order(StringComparer.Ordinal)];
    }

    public static string[] Lines(KeptRecords records, Func<string, bool>? types = null) =>
    [
        .. records.Inputs.Where(i => types?.Invoke(i.Name[..^".ndjson".Length]) ?? true).SelectMany(i =>
        {
            using var reader = new StreamReader(i.Open());
            return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }).Order(StringComparer.Ordinal),
    ];

    public void Dispose()
    {
        _http.Dispose();
        _folder.Dispose();
    }

    private static bool Occurs(string token) => Occurring.Contains(token[(token.LastIndexOf('|') + 1)..]);

    [GeneratedRegex("\"code\":\"([^\"]*)\"")]
    private static partial Regex CodeMember();

    private PracticeExtraction Practice(Uri address) => new(
        _http, new FhirEndpoint(address), Mode, Mode == ExtractionMode.Search ? Request with { Level = new BulkLevel.Patients() } : Request,
        new ExtractionSettings { PageSize = 50, CodesPerSearch = 10_000 }, new LeapingClock(DateTimeOffset.UnixEpoch), new Random(1));

    private sealed class Eavesdropper(CacheSetting setting) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            setting.BeforeRequest(request);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
