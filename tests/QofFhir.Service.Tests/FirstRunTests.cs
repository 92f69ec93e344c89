using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace QofFhir.Service.Tests;

/// <summary>With nothing configured: the sample practice, run at once.</summary>
public sealed class FirstRunTests(SampleRun sample) : IClassFixture<SampleRun>
{
    [Fact]
    public void The_first_run_ends_and_prints_the_summary_and_where_to_look()
    {
        var (service, run) = (sample.Service, sample.Run);
        Assert.Equal("succeeded", (string)run["status"]!);
        Assert.True((bool)run["result"]!["sample"]!);
        Assert.Contains("DM020", service.Console, StringComparison.Ordinal);
        Assert.Contains("/fhir/MeasureReport", service.Console, StringComparison.Ordinal);
        Assert.Contains("Sample data and sample codes", service.Console, StringComparison.Ordinal);
    }

    [Fact]
    public void What_came_in_is_accepted_rejected_or_ignored()
    {
        var (service, run) = (sample.Service, sample.Run);
        var (records, extraction) = (run["records"]!, run["extraction"]!);
        var types = records["types"]!.AsArray();
        Assert.All(types.Append(records), t => Assert.Equal((long)t!["resources"]!, (long)t["accepted"]! + (long)t["rejected"]! + (long)t["ignored"]!));
        Assert.Equal((long)records["resources"]!, types.Sum(t => (long)t!["resources"]!));
        Assert.All(types, t => Assert.Equal((long)t!["resources"]!, (long)extraction["resources"]![(string)t["type"]!]!));
        Assert.Empty(run["warnings"]!.AsArray());
        Assert.Equal((long)records["resources"]!, extraction["resources"]!.AsObject().Sum(t => (long)t.Value!));
        Assert.Empty(TestService.Unfinished(service.Folder));
    }

    [Theory]
    [InlineData("2026-06-01")]
    [InlineData("2031-04-01")]
    public async Task The_sample_practice_is_run_for_its_own_day_whatever_the_day(string today)
    {
        var now = new DateTimeOffset(DateOnly.ParseExact(today, "yyyy-MM-dd", CultureInfo.InvariantCulture), new TimeOnly(9, 0), TimeSpan.Zero);
        await using var service = await TestService.StartAt(now, null);
        var run = await service.Ended((string)(await service.Json("/runs"))["runs"]![0]!["id"]!);
        Assert.Equal("2026-11-30", (string)run["achievementDate"]!);
        Assert.False((bool)run["result"]!["outsideItsYear"]!);
        Assert.Equal((decimal)sample.Run["result"]!["pointsEarned"]!, (decimal)run["result"]!["pointsEarned"]!);
    }

    [Fact]
    public async Task Summary_reports_need_no_key_and_hold_no_patient()
    {
        var service = sample.Service;
        var bundle = await service.Json("/fhir/MeasureReport");
        var reports = bundle["entry"]!.AsArray().Select(e => e!["resource"]!).ToArray();
        Assert.NotEmpty(reports);
        Assert.All(reports, r => Assert.Equal("summary", (string)r["type"]!));
        Assert.DoesNotContain("Patient/", bundle.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(reports, r => (string)r["group"]![0]!["code"]!["coding"]![0]!["code"]! == "DM020" && (string)r["status"]! == "complete");
        var one = await service.Json("/fhir/MeasureReport/" + (string)reports[0]["id"]!);
        Assert.Equal(reports[0].ToJsonString(), one.ToJsonString());
    }

    [Theory]
    [InlineData("?type=individual")]
    [InlineData("?type=subject-list")]
    [InlineData("?type=summary,individual")]
    [InlineData("?patient=Patient/x")]
    [InlineData("?subject=Patient/x")]
    [InlineData("?patient=x")]
    public async Task Reports_about_patients_need_the_key(string query)
    {
        var service = sample.Service;
        foreach (var key in new[] { null, "", "wrong", service.Key + "x", service.Key[..^1] })
        {
            using var refused = await service.Get("/fhir/MeasureReport" + query, key);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
            Assert.Equal("OperationOutcome", (string)JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["resourceType"]!);
        }

        Assert.Equal("Bundle", (string)(await service.Json("/fhir/MeasureReport" + query, service.Key))["resourceType"]!);
    }

    [Fact]
    public async Task With_the_key_a_patients_reports_are_found_by_patient_and_by_id()
    {
        var service = sample.Service;
        var some = (await service.Json("/fhir/MeasureReport?type=individual&_count=1", service.Key))["entry"]![0]!["resource"]!;
        var subject = (string)some["subject"]!["reference"]!;
        var own = (await service.Json($"/fhir/MeasureReport?patient={subject}", service.Key))["entry"]!.AsArray();
        Assert.All(own, e => Assert.Equal(subject, (string)e!["resource"]!["subject"]!["reference"]!));
        Assert.Contains(own, e => (string)e!["resource"]!["id"]! == (string)some["id"]!);

        using var closed = await service.Get("/fhir/MeasureReport/" + (string)some["id"]!);
        Assert.Equal(HttpStatusCode.Unauthorized, closed.StatusCode);
        Assert.Equal(some.ToJsonString(), (await service.Json("/fhir/MeasureReport/" + (string)some["id"]!, service.Key)).ToJsonString());
    }

    [Fact]
    public async Task The_shared_database_holds_no_patient()
    {
        var service = sample.Service;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var patients = (await service.Json("/fhir/MeasureReport?type=individual&_count=500", service.Key))["entry"]!.AsArray()
            .Select(e => (string)e!["resource"]!["subject"]!["reference"]!).Distinct();
        var shared = string.Concat(
            Directory.EnumerateFiles(service.Folder, "qoffhir.db*").Select(f => System.Text.Encoding.Latin1.GetString(Shared(f))));
        Assert.All(patients, p => Assert.DoesNotContain(p, shared, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_key_is_shown_at_the_first_start_only_and_kept_as_a_digest()
    {
        using var temporary = new TemporaryFolder();
        var folder = temporary.Path;
        string key;
        await using (var first = await TestService.Start(folder, "QofFhir:Roles:0=practice-api"))
        {
            key = first.Key;
        }

        await using var second = await TestService.Start(folder, "QofFhir:Roles:0=practice-api");
        Assert.DoesNotContain("shown this once", second.Console, StringComparison.Ordinal);
        await second.Json("/fhir/MeasureReport?type=individual", key);
        Assert.DoesNotContain(key, File.ReadAllText(Path.Combine(folder, "access-key.sha256")), StringComparison.Ordinal);
    }

    private static byte[] Shared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
