using System.Net;
using System.Text.Json.Nodes;
using QofFhir.SampleGp.Server.Faults;
using QofFhir.Service.Reports;

namespace QofFhir.Service.Tests;

public sealed class RunTests(IdleService idle) : IClassFixture<IdleService>
{
    [Fact]
    public async Task A_practice_switched_off_in_the_middle_of_a_run_keeps_its_last_good_reports_and_the_next_run_succeeds()
    {
        await using var gp = await TestService.SampleGp();
        await using var service = await TestService.For(gp.BaseUrl, null, "QofFhir:Practices:0:Mode=search");
        Assert.Equal("succeeded", (string)(await service.Run())["status"]!);
        var good = (await service.Json("/fhir/MeasureReport")).ToJsonString();
        var individual = (await service.Json("/fhir/MeasureReport?type=individual", service.Key)).ToJsonString();

        gp.Faults.Plan = new SampleGpFaultPlan { StopAfter = 5 };
        var failed = await service.Run();
        Assert.Equal("failed", (string)failed["status"]!);
        Assert.Contains("the connection failed or broke off; gave up after", (string)failed["reason"]!, StringComparison.Ordinal);
        Assert.Equal(good, (await service.Json("/fhir/MeasureReport")).ToJsonString());
        Assert.Equal(individual, (await service.Json("/fhir/MeasureReport?type=individual", service.Key)).ToJsonString());
        Assert.Empty(TestService.Unfinished(service.Folder));

        gp.Faults.Plan = new SampleGpFaultPlan();
        var next = await service.Run();
        Assert.Equal("succeeded", (string)next["status"]!);
        Assert.Equal(3, (int)next["attempt"]!);
    }

    [Fact]
    public async Task The_same_inputs_change_nothing_on_another_day_of_computing()
    {
        await using var gp = await TestService.SampleGp();
        await using var service = await TestService.For(gp.BaseUrl, null, "QofFhir:AchievementDate=2026-11-30");
        var first = await service.Run();
        Assert.Equal((int)first["result"]!["reports"]!, (int)first["result"]!["changed"]!);
        var before = (await service.Json("/fhir/MeasureReport")).ToJsonString();

        service.Clock.Now += TimeSpan.FromDays(1);
        var second = await service.Run();
        Assert.Equal(0, (int)second["result"]!["changed"]!);
        Assert.Equal(before, (await service.Json("/fhir/MeasureReport")).ToJsonString());
        Assert.Equal((int)first["result"]!["reports"]!, service.Service<SummaryStore>().Versions());
    }

    [Fact]
    public async Task An_older_attempt_may_not_write_once_a_later_one_was_begun()
    {
        await using var service = await TestService.For(new Uri("http://127.0.0.1:9/fhir"));
        var runs = service.Service<Runs.RunStore>();
        var older = runs.Queue(TestService.Ods, "f", new DateOnly(2026, 11, 30), false, service.Clock.Now);
        older = runs.Begin(older, service.Clock.Now)!;
        var later = runs.Queue(TestService.Ods, "f", new DateOnly(2026, 11, 30), false, service.Clock.Now);
        later = runs.Begin(later, service.Clock.Now)!;
        var summaries = service.Service<SummaryStore>();
        Assert.Null(summaries.Write(older, [], _ => older with { Status = Runs.RunStatus.Succeeded }));
        Assert.Equal(Runs.RunStatus.Failed, runs.Find(older.Id)!.Status);
        Assert.NotNull(summaries.Write(later, [], _ => later with { Status = Runs.RunStatus.Succeeded }));
        Assert.Equal(Runs.RunStatus.Succeeded, runs.Find(later.Id)!.Status);
    }

    [Fact]
    public async Task Asked_for_many_times_at_once_no_run_fails_and_those_that_wait_are_one()
    {
        await using var gp = await TestService.SampleGp();
        await using var service = await TestService.For(gp.BaseUrl);
        var asked = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
        {
            using var answer = await service.Send(HttpMethod.Post, "/runs", service.Key, new { practice = TestService.Ods });
            return (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["id"]!;
        }));
        var ended = await Task.WhenAll(asked.Distinct().Select(service.Ended));
        Assert.All(ended, run => Assert.Equal("succeeded", (string)run["status"]!));
        Assert.InRange(ended.Length, 1, 6);
    }

    [Fact]
    public async Task A_second_worker_on_the_same_data_folder_is_refused_and_spoils_nothing()
    {
        await using var gp = await TestService.SampleGp();
        using var temporary = new TemporaryFolder();
        var folder = temporary.Path;
        await using var first = await TestService.For(gp.BaseUrl, folder);
        var waiting = first.Service<Runs.RunStore>().Queue(TestService.Ods, "f", new DateOnly(2026, 11, 30), false, first.Clock.Now);
        await Assert.ThrowsAsync<IOException>(() => TestService.For(gp.BaseUrl, folder));
        Assert.Equal(Runs.RunStatus.Queued, first.Service<Runs.RunStore>().Find(waiting.Id)!.Status);
        Assert.Equal("succeeded", (string)(await first.Run())["status"]!);
    }

    [Fact]
    public async Task Runs_left_behind_by_a_killed_process_are_run_again_and_its_files_are_removed()
    {
        await using var gp = await TestService.SampleGp();
        using var temporary = new TemporaryFolder();
        var folder = temporary.Path;
        string older, later, strange;
        await using (var first = await TestService.For(gp.BaseUrl, folder))
        {
            var runs = first.Service<Runs.RunStore>();
            older = Left(runs, "qof-england-2026-27", first).Id;
            later = Left(runs, "qof-england-2026-27", first).Id;
            strange = Left(runs, "another-framework", first).Id;
        }

        var left = Directory.CreateDirectory(Path.Combine(folder, "records", TestService.Ods + ".qofrec.work", "changes.partial"));
        await File.WriteAllTextAsync(Path.Combine(left.FullName, "Patient.ndjson"), "{}");

        await using var second = await TestService.For(gp.BaseUrl, folder);
        Assert.Equal("succeeded", (string)(await second.Ended(later))["status"]!);
        Assert.Contains(later, (string)(await second.Json("/runs/" + older))["reason"]!, StringComparison.Ordinal);
        Assert.Contains("no longer configured", (string)(await second.Json("/runs/" + strange))["reason"]!, StringComparison.Ordinal);
        Assert.Equal(3, (await second.Json("/runs"))["runs"]!.AsArray().Count);
        Assert.Empty(TestService.Unfinished(folder));

        static Runs.Run Left(Runs.RunStore runs, string framework, TestService service)
        {
            var run = runs.Queue(TestService.Ods, framework, new DateOnly(2026, 11, 30), false, service.Clock.Now);
            run = runs.Begin(run, service.Clock.Now)!;
            return run;
        }
    }

    [Fact]
    public async Task A_run_that_the_service_was_stopped_in_is_done_by_the_next_start()
    {
        await using var gp = await TestService.SampleGp();
        gp.Faults.Plan = new SampleGpFaultPlan { Hang = 1 };
        using var temporary = new TemporaryFolder();
        var folder = temporary.Path;
        string id;
        await using (var first = await TestService.For(gp.BaseUrl, folder))
        {
            using var started = await first.Send(HttpMethod.Post, "/runs", first.Key, new { practice = TestService.Ods });
            id = (string)JsonNode.Parse(await started.Content.ReadAsStringAsync())!["id"]!;
            await Asked(gp);
        }

        Assert.Empty(TestService.Unfinished(folder));
        await using var second = await TestService.For(gp.BaseUrl, folder);
        Assert.Equal("succeeded", (string)(await second.Ended(id))["status"]!);
    }

    [Fact]
    public async Task A_run_can_be_cancelled_with_the_key_and_ends_as_failed()
    {
        await using var gp = await TestService.SampleGp();
        gp.Faults.Plan = new SampleGpFaultPlan { Hang = 1 };
        await using var service = await TestService.For(gp.BaseUrl);
        using var started = await service.Send(HttpMethod.Post, "/runs", service.Key, new { practice = TestService.Ods });
        var id = (string)JsonNode.Parse(await started.Content.ReadAsStringAsync())!["id"]!;
        await Asked(gp);
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Send(HttpMethod.Delete, "/runs/" + id)).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await service.Send(HttpMethod.Delete, "/runs/" + id, service.Key)).StatusCode);
        var run = await service.Ended(id);
        Assert.Equal(("failed", "it was cancelled"), ((string)run["status"]!, (string)run["reason"]!));
        Assert.Equal(HttpStatusCode.Conflict, (await service.Send(HttpMethod.Delete, "/runs/" + id, service.Key)).StatusCode);
        Assert.Equal("succeeded", (string)(await service.Run())["status"]!);
    }

    [Fact]
    public async Task Sample_codes_are_refused_on_records_that_are_not_all_samples()
    {
        using var temporary = new TemporaryFolder();
        var folder = temporary.Path;
        await File.WriteAllTextAsync(Path.Combine(folder, "Patient.ndjson"), """{"resourceType":"Patient","id":"real","birthDate":"1960-01-01"}""" + "\n");
        await using var gp = await SampleGp.Server.SampleGpServer.StartAsync(new SampleGp.Server.SampleGpSettings(folder));
        await using var service = await TestService.For(gp.BaseUrl);
        var run = await service.Run();
        Assert.Equal("failed", (string)run["status"]!);
        Assert.Contains("sample", (string)run["reason"]!, StringComparison.Ordinal);
        Assert.Equal(0, (int)(await service.Json("/fhir/MeasureReport"))["total"]!);
    }

    /// <summary>Waits until the practice's system was asked something.</summary>
    private static async Task Asked(SampleGp.Server.SampleGpServer gp)
    {
        while (gp.Faults.Requests == 0)
        {
            await Task.Delay(20);
        }
    }

    [Theory]
    [InlineData("X", HttpStatusCode.NotFound)]
    [InlineData("", HttpStatusCode.NotFound)]
    public async Task A_run_of_a_practice_that_is_not_configured_is_refused(string ods, HttpStatusCode status)
    {
        var service = idle.Service;
        using var answer = await service.Send(HttpMethod.Post, "/runs", service.Key, new { practice = ods });
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Starting_a_run_needs_the_key()
    {
        var service = idle.Service;
        using var answer = await service.Send(HttpMethod.Post, "/runs", null, new { practice = TestService.Ods });
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty((await service.Json("/runs"))["runs"]!.AsArray());
    }
}
