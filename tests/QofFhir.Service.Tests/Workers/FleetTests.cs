namespace QofFhir.Service.Tests.Workers;

/// <summary>Worker processes that share one PostgreSQL, and what becomes of their runs when they are killed, stand still or are stopped, or when the database is away.</summary>
[Collection(PostgresCollection.Name)]
public sealed class FleetTests(PostgresServer server)
{
    [Fact]
    public async Task Workers_killed_or_standing_still_in_the_middle_of_runs_leave_each_report_once()
    {
        await using var fleet = await Fleet.At(server.NewDatabase(), practices: 60, slow: 400);
        var first = await fleet.Worker();
        var second = await fleet.Worker();
        var third = await fleet.Worker();
        var name = await Fleet.Name(third);
        await fleet.Ask(first);
        await Fleet.Until(async () => await fleet.Count("Succeeded") >= 6, "some runs succeed");
        first.Kill();
        second.Kill();
        await Fleet.Until(async () => await fleet.AtWork(name) > 0, "the third is at work");
        third.Pause();
        var again = await fleet.Worker();
        await Fleet.Until(async () => await fleet.AtWork(name) == 0, "the third's runs are taken over");
        third.Continue();
        await fleet.Ended();
        await Fleet.Until(() => Task.FromResult(third.Said.Contains("was taken over by another worker", StringComparison.Ordinal)), "the third hears of it");
        await fleet.AssertNoneLostNoneDoubled();
        Assert.Contains("was left by another worker and is begun again", again.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_is_stopped_hands_its_runs_to_another_at_once()
    {
        await using var fleet = await Fleet.At(server.NewDatabase(), practices: 6, slow: 2000);
        var first = await fleet.Worker();
        await fleet.Ask(first);
        await Fleet.Until(async () => await fleet.Count("Running") == fleet.Practices.Count, "all are at work");
        var name = await Fleet.Name(first);
        var second = await fleet.Worker();
        await first.End();
        await fleet.Ended();
        await fleet.AssertNoneLostNoneDoubled();
        Assert.Contains("was left for another worker", first.Said, StringComparison.Ordinal);
        var nodes = (await second.Json("/cluster"))["nodes"]!.AsArray().Select(n => (string)n!["name"]!).ToArray();
        Assert.DoesNotContain(name, nodes);
        Assert.Equal([await Fleet.Name(second)], nodes);
    }

    [Fact]
    public async Task Runs_and_submissions_go_on_by_themselves_when_the_database_was_away()
    {
        await using var own = new PostgresServer();
        await own.InitializeAsync();
        await using var aggregator = await TestAggregator.Start();
        await using var fleet = await Fleet.At(own.NewDatabase(), practices: 20, slow: 300);
        string[] target = [$"QofFhir:Submission:BaseUrl={aggregator.Address}"];
        var first = await fleet.Worker(target);
        await fleet.Worker(target);
        await fleet.Ask(first);
        await Fleet.Until(() => Task.FromResult(aggregator.Count > 0), "the first reports are sent");
        await own.Stop();
        using (var away = await first.Http.GetAsync(new Uri("/health/ready", UriKind.Relative)))
        {
            Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, away.StatusCode);
        }

        await Task.Delay(TimeSpan.FromSeconds(10));
        await own.Begin();
        await fleet.Ended();
        var each = await fleet.AssertNoneLostNoneDoubled();
        await Fleet.Until(() => Task.FromResult(aggregator.Count == each * fleet.Practices.Count), "all reports are taken");
        await Fleet.Until(async () => await fleet.Scalar("SELECT COUNT(*) FROM report WHERE submitted IS NULL") == 0, "all are known to be taken");
    }

    [Fact]
    public async Task Any_worker_tells_how_far_a_run_of_another_is_and_has_it_cancelled()
    {
        await using var fleet = await Fleet.At(server.NewDatabase(), practices: 1, slow: 5000);
        var first = await fleet.Worker();
        var id = await first.Run("X1");
        await Fleet.Until(async () => await fleet.Count("Running") == 1, "it is at work");
        var second = await fleet.Worker();
        second.Authorise(await second.FirstKey());
        await Fleet.Until(async () => (await second.Json("/runs/" + id))["progress"] is not null, "the other tells how far it is");
        using var answer = await second.Http.DeleteAsync(new Uri("/runs/" + id, UriKind.Relative));
        Assert.Equal(System.Net.HttpStatusCode.Accepted, answer.StatusCode);
        var run = await second.Ended(id);
        Assert.Equal(("failed", "it was cancelled"), ((string)run["status"]!, (string)run["reason"]!));
        var told = await second.Json("/cluster");
        Assert.Equal("it was cancelled", (string)told["failures"]![0]!["reason"]!);
        Assert.Equal((0, 0), ((int)told["waiting"]!, (int)told["running"]!));
    }

    [Fact]
    public async Task No_more_runs_of_one_host_go_on_at_a_time_than_are_allowed_over_all_workers()
    {
        await using var fleet = await Fleet.At(server.NewDatabase(), practices: 12, slow: 300);
        var first = await fleet.Worker("QofFhir:RunsPerHost=3");
        await fleet.Worker("QofFhir:RunsPerHost=3");
        await fleet.Ask(first);
        var most = 0;
        await Fleet.Until(
            async () =>
            {
                most = Math.Max(most, await fleet.Count("Running"));
                return await fleet.Count("Succeeded") == fleet.Practices.Count;
            },
            "all runs succeed");
        Assert.Equal(3, most);
    }
}
