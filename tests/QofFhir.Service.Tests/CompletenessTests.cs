using System.Text.Json.Nodes;
using QofFhir.SampleGp.Server;
using QofFhir.SampleGp.Server.Faults;

namespace QofFhir.Service.Tests;

/// <summary>A run has all its data, or says what it lacks; nothing is counted low in silence.</summary>
public sealed class CompletenessTests
{
    [Fact]
    public async Task What_rests_on_a_type_that_was_not_exported_is_not_evaluated_and_the_reason_stands_everywhere()
    {
        await using var gp = await TestService.SampleGp();
        await using var service = await TestService.For(gp.BaseUrl, null, "QofFhir:Practices:0:Mode=bulk");
        var good = await service.Run();
        Assert.Equal("bulk", (string)good["extraction"]!["mode"]!);
        Assert.Empty(good["extraction"]!["missing"]!.AsArray());

        gp.Faults.Plan = new SampleGpFaultPlan { ErrorsFor = ["MedicationRequest"] };
        var run = await service.Run();

        Assert.Equal("succeeded", (string)run["status"]!);
        Assert.Contains("MedicationRequest", (string)Assert.Single(run["extraction"]!["missing"]!.AsArray())!, StringComparison.Ordinal);
        Assert.Contains(run["warnings"]!.AsArray(), w => ((string)w!).StartsWith("data is missing", StringComparison.Ordinal));
        var (all, some) = ((decimal)good["result"]!["pointsEvaluated"]!, (decimal)run["result"]!["pointsEvaluated"]!);
        Assert.InRange(some, 1, all - 1);
        var reports = (await service.Json("/fhir/MeasureReport?_count=500"))["entry"]!.AsArray().Select(e => e!["resource"]!).ToArray();
        Assert.Contains(reports, r => (string)r["status"]! == "complete");
        Assert.Contains(reports, r => (string)r["status"]! == "error" && r.ToJsonString().Contains("MedicationRequest", StringComparison.Ordinal));
        Assert.Contains(await Problems(service, run), p => p.StartsWith("error MedicationRequest", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_practice_whose_patients_were_not_exported_in_full_is_not_evaluated_at_all()
    {
        await using var gp = await TestService.SampleGp();
        gp.Faults.Plan = new SampleGpFaultPlan { LinesMissing = 1 };
        await using var service = await TestService.For(gp.BaseUrl, null, "QofFhir:Practices:0:Mode=bulk");
        var run = await service.Run();
        Assert.Equal(0m, (decimal)run["result"]!["pointsEvaluated"]!);
        Assert.Equal(0m, (decimal)run["result"]!["pointsEarned"]!);
    }

    [Fact]
    public async Task A_list_on_which_nobody_of_those_who_came_stands_is_told_and_not_submitted()
    {
        await using var aggregator = await TestAggregator.Start();
        await using var gp = await TestService.SampleGp();
        await using var service = await TestService.For(gp.BaseUrl, null, "QofFhir:Practices:0:Ods=X1", $"QofFhir:Submission:BaseUrl={aggregator.Address}");
        var run = await service.Run("X1");
        Assert.Equal(0, (int)run["result"]!["listSize"]!);
        Assert.Contains(run["warnings"]!.AsArray(), w => ((string)w!).Contains("none of them is on the list of X1", StringComparison.Ordinal));
        Assert.Contains("not submitted", (string)run["submission"]!["failures"]![0]!, StringComparison.Ordinal);
        Assert.Empty(aggregator.Taken);
    }

    [Fact]
    public async Task A_cluster_that_loses_most_of_its_entries_is_told_once()
    {
        await using var gp = await TestService.SampleGp();
        await using var service = await TestService.For(gp.BaseUrl, null, "QofFhir:AchievementDate=2026-11-30");
        var first = await service.Run();
        Assert.DoesNotContain(first["warnings"]!.AsArray(), w => ((string)w!).Contains("entries, and", StringComparison.Ordinal));
        foreach (var line in File.ReadLines(Path.Combine(SampleGp.Practice.SamplePractice.Folder, "Observation.ndjson")))
        {
            gp.Records.Delete("Observation", (string)JsonNode.Parse(line)!["id"]!);
        }

        var second = await service.Run();
        var told = second["warnings"]!.AsArray().Select(w => (string)w!).Where(w => w.Contains("entries, and", StringComparison.Ordinal)).ToArray();
        Assert.Contains(told, w => w.StartsWith("BP_COD: 0 entries, and", StringComparison.Ordinal));
        Assert.Contains(await Problems(service, second), p => p.StartsWith("warning BP_COD: 0 entries", StringComparison.Ordinal));
        Assert.DoesNotContain((await service.Run())["warnings"]!.AsArray(), w => ((string)w!).Contains("entries, and", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Days_without_any_entry_are_told()
    {
        var now = new DateTimeOffset(2026, 12, 14, 9, 0, 0, TimeSpan.Zero);
        await using var gp = await SampleGpServer.StartAsync(new SampleGpSettings(SampleGp.Practice.SamplePractice.Folder) { Clock = new FakeClock(now) });
        var settings = new[]
        {
            $"QofFhir:Practices:0:Ods={TestService.Ods}", $"QofFhir:Practices:0:BaseUrl={gp.BaseUrl}", "QofFhir:AchievementDate=2027-03-31",
            $"QofFhir:CodePacks:0={Path.Combine(AppContext.BaseDirectory, "samples", "valuesets")}",
        };
        await using var service = await TestService.StartAt(now, null, settings);
        var run = await service.Run();
        Assert.Contains("there is no entry of 2026-12-09 or later", (string)Assert.Single(run["warnings"]!.AsArray())!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problems_of_a_failed_run_and_of_an_unknown_one_are_outcomes_too()
    {
        await using var gp = await TestService.SampleGp();
        gp.Faults.Plan = new SampleGpFaultPlan { WrongNext = WrongNext.SamePage };
        await using var service = await TestService.For(gp.BaseUrl, null, "QofFhir:Practices:0:Mode=search");
        var run = await service.Run();
        Assert.Equal($"error {(string)run["reason"]!}", Assert.Single(await Problems(service, run)));
        using var unknown = await service.Get("/runs/none/problems");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private static async Task<string[]> Problems(TestService service, JsonNode run)
    {
        using var answer = await service.Get($"/runs/{(string)run["id"]!}/problems");
        Assert.Equal("application/fhir+json", answer.Content.Headers.ContentType!.MediaType);
        var outcome = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal("OperationOutcome", (string)outcome["resourceType"]!);
        return [.. outcome["issue"]!.AsArray().Select(i => $"{(string)i!["severity"]!} {(string)i["details"]!["text"]!}")];
    }
}
