using System.Text.Json.Nodes;
using QofFhir.SampleGp.Practice;
using QofFhir.SampleGp.Server;

namespace QofFhir.Service.Tests;

/// <summary>What the service keeps of a practice between its runs, and for how long.</summary>
public sealed class KeptRecordsTests : IDisposable
{
    private const string Bulk = "QofFhir:Practices:0:Mode=bulk";
    private readonly string _folder = Directory.CreateTempSubdirectory("qoffhir-records-").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("bulk")]
    [InlineData("search")]
    public async Task A_further_run_fetches_changes_and_reports_what_a_first_run_would(string mode)
    {
        await using var gp = await TestService.SampleGp();
        await using var service = await TestService.For(gp.BaseUrl, null, "QofFhir:Practices:0:Mode=" + mode);
        Assert.Equal("no records are kept yet", FullBecause(await service.Run()));
        var (first, before) = (await Scores(service), Asked(gp));
        RemoveValues(gp);

        var run = await service.Run();

        Assert.Null(FullBecause(run));
        Assert.DoesNotContain(gp.Faults.Received.Skip(before), r => r.Target.Contains("Condition?code", StringComparison.Ordinal) || r.Target.Contains("_typeFilter", StringComparison.Ordinal));
        var second = await Scores(service);
        Assert.NotEqual(first, second);
        await using var fresh = await TestService.For(gp.BaseUrl);
        await fresh.Run();
        Assert.Equal(await Scores(fresh), second);
    }

    [Fact]
    public async Task Everything_is_fetched_when_it_is_asked_for_also_of_a_run_that_waits()
    {
        await using var gp = await TestService.SampleGp();
        await using var service = await TestService.For(gp.BaseUrl, null, Bulk);
        await service.Run();
        var runs = service.Service<Runs.RunStore>();
        var waiting = runs.Queue(TestService.Ods, "f", new DateOnly(2026, 11, 30), false, service.Clock.Now);
        Assert.False(waiting.Full);
        Assert.True(runs.Queue(TestService.Ods, "f", new DateOnly(2026, 11, 30), true, service.Clock.Now).Full);
        Assert.True(runs.Queue(TestService.Ods, "f", new DateOnly(2026, 11, 30), false, service.Clock.Now).Full);
        Assert.True(runs.Find(waiting.Id)!.Again().Full);

        using var started = await service.Send(HttpMethod.Post, "/runs", service.Key, new { practice = TestService.Ods, full = true });
        var run = await service.Ended((string)JsonNode.Parse(await started.Content.ReadAsStringAsync())!["id"]!);
        Assert.Equal("everything was asked for", FullBecause(run));
        Assert.Null(FullBecause(await service.Run()));
    }

    [Fact]
    public async Task Nothing_stays_where_nothing_is_to_be_kept()
    {
        await using var gp = await TestService.SampleGp();
        await using (var keeping = await TestService.For(gp.BaseUrl, _folder))
        {
            await keeping.Run();
            Assert.Single(Kept());
        }

        await using var service = await TestService.For(gp.BaseUrl, _folder, "QofFhir:Records:Keep=false");
        Assert.Empty(Kept());
        foreach (var _ in Enumerable.Range(0, 2))
        {
            Assert.Equal("no records are kept yet", FullBecause(await RunWithoutKey(service)));
            Assert.Empty(Kept());
        }
    }

    [Fact]
    public async Task With_a_key_they_are_sealed_and_the_key_serves_again()
    {
        var key = Path.Combine(_folder, "key");
        File.WriteAllText(key, Convert.ToBase64String(new byte[32]));
        await using var gp = await TestService.SampleGp();
        await using (var service = await TestService.For(gp.BaseUrl, _folder, $"QofFhir:Records:KeyFile={key}"))
        {
            await service.Run();
        }

        await using var again = await TestService.For(gp.BaseUrl, _folder, $"QofFhir:Records:KeyFile={key}");
        Assert.Null(FullBecause(await RunWithoutKey(again)));
        await again.DisposeAsync();
        await using var without = await TestService.For(gp.BaseUrl, _folder);
        Assert.Equal("the kept records are sealed, and no key is configured", FullBecause(await RunWithoutKey(without)));
    }

    [Fact]
    public async Task Records_go_when_they_are_old_or_their_practice_is_gone_or_their_run_was_killed()
    {
        var records = Directory.CreateDirectory(Path.Combine(_folder, "records")).FullName;
        foreach (var name in new[] { "OLD1", "NEW1", "GONE1" })
        {
            File.WriteAllText(Path.Combine(records, name + ".qofrec"), "x");
        }

        Directory.CreateDirectory(Path.Combine(records, "NEW1.qofrec.work"));
        var now = new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);
        File.SetLastWriteTimeUtc(Path.Combine(records, "OLD1.qofrec"), now.AddDays(-30).AddSeconds(-1).UtcDateTime);
        File.SetLastWriteTimeUtc(Path.Combine(records, "NEW1.qofrec"), now.AddDays(-30).AddSeconds(1).UtcDateTime);
        await using var service = await TestService.Start(
            _folder, "QofFhir:Records:RetainDays=30", "QofFhir:Practices:0:Ods=OLD1", "QofFhir:Practices:0:BaseUrl=http://127.0.0.1:9/fhir",
            "QofFhir:Practices:1:Ods=NEW1", "QofFhir:Practices:1:BaseUrl=http://127.0.0.1:9/fhir");
        Assert.Equal(["NEW1.qofrec"], Directory.EnumerateFileSystemEntries(records).Select(Path.GetFileName));
    }

    private static string? FullBecause(JsonNode run)
    {
        Assert.Equal("succeeded", (string)run["status"]!);
        return (string?)run["extraction"]!["fullBecause"];
    }

    private static int Asked(SampleGpServer gp) => gp.Faults.Received.Count;

    /// <summary>Half of the practice's observations turn out to be errors.</summary>
    private static void RemoveValues(SampleGpServer gp)
    {
        foreach (var line in File.ReadLines(Path.Combine(SamplePractice.Folder, "Observation.ndjson")).Where((_, i) => i % 2 == 0))
        {
            var entry = JsonNode.Parse(line)!;
            entry["status"] = "entered-in-error";
            gp.Records.Put(entry.ToJsonString());
        }
    }

    /// <summary>The service key is shown at a folder's first start only.</summary>
    private static async Task<JsonNode> RunWithoutKey(TestService service)
    {
        var run = await service.Service<Runs.RunQueue>().Start(service.Service<Practices.PracticeList>().All[0], full: false, CancellationToken.None);
        return await service.Ended(run.Id);
    }

    private static async Task<string[]> Scores(TestService service) =>
    [
        .. (await service.Json("/fhir/MeasureReport?_count=500"))["entry"]!.AsArray().Select(e => e!["resource"]!)
            .Where(r => (string)r["type"]! == "summary").Select(r => $"{r["measure"]} {r["group"]?.ToJsonString()}").Order(StringComparer.Ordinal),
    ];

    private string[] Kept() => [.. Directory.EnumerateFiles(Path.Combine(_folder, "records"), "*.qofrec")];
}
