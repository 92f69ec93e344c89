using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using QofFhir.Extraction;
using QofFhir.Extraction.Bulk;

namespace QofFhir.Tests.Extraction.Bulk;

/// <summary>What an export brings, and what is said of it.</summary>
public sealed class ContentTests
{
    private static readonly TypeQuery Conditions = ExtractionRun.Coded("Condition", "1");

    [Fact]
    public async Task Files_of_a_type_become_one_file_whatever_their_line_ends()
    {
        await using var gp = (await BulkGp.Start())
            .With("Patient", "1", BulkGp.Resource("Patient", "a") + "\n \r\n" + BulkGp.Resource("Patient", "b").Replace("\n", "\r\n", StringComparison.Ordinal), 2)
            .With("Patient", "2", "\uFEFF" + BulkGp.Resource("Patient", "c").TrimEnd(), 1);
        using var run = new BulkRun();
        var result = await run.Of(gp, BulkRun.Patients, Conditions);
        Assert.Equal(["a", "b", "c"], run.Ids("Patient"));
        Assert.DoesNotContain(run.Text("Patient"), c => c is '\r' or '\uFEFF');
        Assert.Equal(3, run.Text("Patient").Count(c => c == '\n'));
        Assert.Equal(new Dictionary<string, int> { ["Condition"] = 0, ["Patient"] = 3 }, result.Counts);
        Assert.Equal([Path.Combine(run.Folder, "Patient.ndjson")], result.Files);
        Assert.Single(Directory.GetFiles(run.Folder));
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 5, 58, 12, 345, TimeSpan.Zero), result.TransactionTime);
        Assert.Empty(result.Missing);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public async Task A_compressed_file_is_unpacked()
    {
        await using var gp = (await BulkGp.Start()).With("Patient", "1", Packed(BulkGp.Resource("Patient", "a")), 1);
        gp.StepIn = context =>
        {
            context.Response.Headers.ContentEncoding = context.Request.Path.StartsWithSegments("/files") ? "gzip" : default;
            return Task.FromResult(false);
        };
        using var run = new BulkRun();
        await run.Of(gp, BulkRun.Patients);
        Assert.Equal(["a"], run.Ids("Patient"));
    }

    [Fact]
    public async Task Of_a_resource_that_comes_twice_the_newest_stays()
    {
        static string Version(string id, string time, string number, string mark) =>
            BulkGp.Resource("Patient", id, $$""","x":"{{mark}}","meta":{"lastUpdated":"{{time}}","versionId":"{{number}}"}""");
        await using var gp = (await BulkGp.Start())
            .With("Patient", "1",
                Version("a", "2026-01-02T00:00:00Z", "1", "new") + Version("b", "2026-01-01T00:00:00+01:00", "9", "old") + BulkGp.Resource("Patient", "c", ",\"x\":\"first\"")
                + Version("d", "2026-01-01T00:00:00Z", "9", "old"))
            .With("Patient", "2",
                Version("a", "2026-01-01T23:59:59Z", "2", "old") + Version("b", "2026-01-01T00:00:00Z", "1", "new") + BulkGp.Resource("Patient", "c", ",\"x\":\"second\"")
                + Version("d", "2026-01-01T00:00:00Z", "10", "new"));
        using var run = new BulkRun { Settings = new ExtractionSettings { Downloads = 1 } };
        var result = await run.Of(gp, BulkRun.Patients);
        Assert.Equal(4, result.Counts["Patient"]);
        Assert.Equal(["a", "b", "c", "d"], run.Ids("Patient"));
        Assert.Equal(3, run.Text("Patient").Split("\"new\"").Length - 1);
        Assert.Contains("first", run.Text("Patient"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twins_are_found_however_many_ids_there_are()
    {
        var lines = Enumerable.Range(0, 100_000).Select(i => BulkGp.Resource("Patient", $"p{i % 99_990}")).ToArray();
        await using var gp = (await BulkGp.Start()).With("Patient", "1", string.Concat(lines), lines.Length);
        using var run = new BulkRun();
        var result = await run.Of(gp, BulkRun.Patients);
        Assert.Equal(99_990, result.Counts["Patient"]);
        Assert.Equal(string.Concat(lines.Take(99_990)), run.Text("Patient"));
        Assert.Empty(result.Missing);
    }

    [Fact]
    public async Task Lines_longer_than_a_buffer_and_many_of_them_arrive_whole()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 3_000; i++)
        {
            text.Append(BulkGp.Resource("Patient", $"p{i}", $",\"x\":\"{new string('y', i == 1_500 ? 700_000 : 100)}\""));
        }

        await using var gp = (await BulkGp.Start()).With("Patient", "1", text.ToString(), 3_000);
        using var run = new BulkRun();
        await run.Of(gp, BulkRun.Patients);
        Assert.Equal(text.ToString(), run.Text("Patient"));
    }

    [Fact]
    public async Task A_line_that_never_ends_ends_the_extraction()
    {
        await using var gp = (await BulkGp.Start()).With("Patient", "1", new string('x', 900_000));
        using var run = new BulkRun { Settings = new ExtractionSettings { LongestLine = 400_000 } };
        Assert.Contains("longer than 400000 bytes", await run.Fault(gp, BulkRun.Patients), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fewer_lines_than_the_manifest_counts_are_missing_and_more_are_not()
    {
        await using var gp = (await BulkGp.Start())
            .With("Patient", "1", BulkGp.Resource("Patient", "a"), 2)
            .With("Condition", "2", BulkGp.Resource("Condition", "a") + BulkGp.Resource("Condition", "b"), 1);
        using var run = new BulkRun();
        var result = await run.Of(gp, BulkRun.Patients, new TypeQuery("Condition"));
        Assert.Equal([new MissingData("Patient", "the manifest says 2 resources and the file holds 1")], result.Missing);
        Assert.Equal(["Condition: the manifest says 1 resources and the file holds 2"], result.Warnings);
    }

    [Fact]
    public async Task A_file_that_ends_within_a_line_is_missing_something()
    {
        await using var gp = (await BulkGp.Start()).With("Patient", "1", BulkGp.Resource("Patient", "a") + """{"resourceType":"Patient","id":"b","birth""");
        using var run = new BulkRun();
        Assert.Equal([new MissingData("Patient", "a file ends in the middle of a line")], (await run.Of(gp, BulkRun.Patients)).Missing);
    }

    [Fact]
    public async Task An_export_of_everything_without_a_patient_is_not_believed()
    {
        await using var gp = await BulkGp.Start();
        using var run = new BulkRun();
        Assert.Equal([new MissingData("Patient", "the export of everything holds no patient")], (await run.Of(gp, BulkRun.Patients)).Missing);
    }

    [Fact]
    public async Task An_export_of_changes_may_hold_no_patient()
    {
        await using var gp = await BulkGp.Start();
        using var run = new BulkRun { Request = new BulkRequest(new BulkLevel.System()) { Since = DateTimeOffset.UnixEpoch } };
        Assert.Empty((await run.Of(gp, BulkRun.Patients)).Missing);
    }

    [Theory]
    [InlineData("error")]
    [InlineData("outcome")]
    public async Task What_the_server_could_not_give_is_named_without_its_words(string list)
    {
        static string Line(string severity, string? expression) => new JsonObject
        {
            ["resourceType"] = "OperationOutcome",
            ["issue"] = new JsonArray(new JsonObject
            {
                ["severity"] = severity,
                ["code"] = "processing",
                ["diagnostics"] = "SECRET of 943 476 5919",
                ["expression"] = expression is null ? null : new JsonArray(expression),
            }),
        }.ToJsonString() + "\n";
        await using var gp = (await BulkGp.Start())
            .With("Patient", "1", BulkGp.Resource("Patient", "a"))
            .With("OperationOutcome", "2", Line("warning", null) + "\n" + Line("fatal", "Condition.code") + Line("error", "Claim") + "{\"oh\"", list: list)
            .With("OperationOutcome", "3", Line("error", null).TrimEnd(), list: list);
        using var run = new BulkRun { Settings = new ExtractionSettings { Downloads = 1 } };
        var result = await run.Of(gp, BulkRun.Patients, Conditions);
        Assert.Equal(
            [
                new MissingData("Condition", "the server could not export all of it (fatal processing)"),
                new MissingData(null, "the server tells of trouble in a way that cannot be read"),
                new MissingData(null, "the server could not export all of it (error processing)"),
            ],
            result.Missing);
        Assert.Equal(["export: the server warns (warning processing)"], result.Warnings);
    }

    [Theory]
    [InlineData("2", true)]
    [InlineData("1", false)]
    public async Task A_filter_that_is_ignored_without_a_word_is_noticed(string code, bool ignored)
    {
        var lines = string.Concat(Enumerable.Range(0, 20).Select(i => BulkGp.Resource(
            "Condition", $"c{i}", $$""","code":{"coding":[{"system":"http://snomed.info/sct","code":"{{(i == 0 ? "1" : code)}}"}]}""")));
        await using var gp = (await BulkGp.Start()).With("Patient", "1", BulkGp.Resource("Patient", "a")).With("Condition", "2", lines);
        using var run = new BulkRun();
        var result = await run.Of(gp, BulkRun.Patients, Conditions);
        Assert.Equal(ignored, result.NotHonoured.Any(n => n.StartsWith("Condition: _typeFilter seems to be ignored", StringComparison.Ordinal)));
        Assert.Equal(20, result.Counts["Condition"]);
        Assert.Empty(result.Missing);
    }

    [Fact]
    public async Task Types_that_were_not_asked_are_left_aside_and_mixed_files_are_parted()
    {
        await using var gp = (await BulkGp.Start())
            .With(null, "1", BulkGp.Resource("Patient", "a") + BulkGp.Resource("Condition", "c") + BulkGp.Resource("Claim", "x") + BulkGp.Resource("Patient", "b"))
            .With("Provenance", "2", "never read");
        using var run = new BulkRun();
        var result = await run.Of(gp, BulkRun.Patients, Conditions);
        Assert.Equal(["a", "b"], run.Ids("Patient"));
        Assert.Equal(["c"], run.Ids("Condition"));
        Assert.Equal(0, gp.Asked("GET /files/2"));
        Assert.Equal(
            ["Provenance: not asked for, so its files were left aside", "output: 1 resources of types that were not asked for were left aside"],
            result.Warnings.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Both_shapes_of_a_manifests_extension_are_no_matter_and_no_list_is_needed()
    {
        foreach (var extension in new JsonNode[] { new JsonObject { ["http://x"] = 1 }, new JsonArray(new JsonObject { ["url"] = "http://x" }) })
        {
            await using var gp = await BulkGp.Start();
            gp.Manifest = new JsonObject { ["extension"] = extension, ["requiresAccessToken"] = false };
            using var run = new BulkRun();
            var result = await run.Of(gp, BulkRun.Patients);
            Assert.Null(result.TransactionTime);
            Assert.Contains("export: the manifest has no transactionTime; the next extraction must fetch everything", result.Warnings);
        }
    }

    [Fact]
    public async Task A_manifest_may_begin_with_a_byte_order_mark()
    {
        await using var gp = (await BulkGp.Start()).With("Patient", "1", BulkGp.Resource("Patient", "a"));
        gp.Polls.Enqueue(r => r.WriteAsync("\uFEFF" + gp.Manifest.ToJsonString()).GetAwaiter().GetResult());
        using var run = new BulkRun();
        await run.Of(gp, BulkRun.Patients);
        Assert.Equal(["a"], run.Ids("Patient"));
        Assert.Equal(1, gp.Asked("GET /job/1"));
    }

    [Fact]
    public async Task A_type_without_resources_costs_no_file()
    {
        var during = Array.Empty<string>();
        await using var gp = (await BulkGp.Start()).With("Patient", "1", BulkGp.Resource("Patient", "a")).With("Patient", "2", BulkGp.Resource("Patient", "b"));
        using var run = new BulkRun { Settings = new ExtractionSettings { Downloads = 1 } };
        gp.StepIn = context =>
        {
            during = context.Request.Path == "/files/2" ? Directory.GetFiles(run.Folder + ".partial") : during;
            return Task.FromResult(false);
        };
        await run.Of(gp, BulkRun.Patients, Conditions);
        Assert.All(during, f => Assert.StartsWith("Patient.", Path.GetFileName(f), StringComparison.Ordinal));
        Assert.NotEmpty(during);
    }

    private static byte[] Packed(string text)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return target.ToArray();
    }
}
