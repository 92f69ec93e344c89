using System.Text.Json.Nodes;
using Npgsql;
using QofFhir.SampleGp.Server;
using QofFhir.Service.Runs;
using Quartz;
using Quartz.Extensibility;

namespace QofFhir.Service.Tests.Workers;

/// <summary>The schedule in PostgreSQL over several starts.</summary>
[Collection(PostgresCollection.Name)]
public sealed class SharedScheduleTests(PostgresServer server)
{
    private const string Never = "0 0 0 1 1 ? 2090";

    [Fact]
    public async Task A_start_keeps_what_waits_adds_what_is_new_and_removes_what_is_gone()
    {
        var store = server.NewDatabase();
        TriggerKey kept;
        await using (var first = await Start(store, ("P1", Never), ("P2", Never), ("P3", Never)))
        {
            var scheduler = await Scheduler(first);
            kept = (await Keys(scheduler)).Single(k => k.Name.StartsWith("P1 ", StringComparison.Ordinal));

            // A firing that is due and waits: it must not be forgotten.
            await scheduler.PauseTrigger(kept);
        }

        await using var second = await Start(store, ("P1", Never), ("P2", "0 0 0 2 1 ? 2090"), ("P4", null));
        var now = await Scheduler(second);
        Assert.Equal(TriggerState.Paused, await now.GetTriggerState(kept));
        Assert.Equal(["P1 | 1", "P2 | 2"], (await Keys(now)).Select(k => k.Name.Split(' ')).Select(n => $"{n[0]} | {n[5]}").Order());
        var jobs = await now.GetJobKeys(GroupMatcher<JobKey>.AnyGroup());
        Assert.Equal(["P1", "P2", "P4"], jobs.Select(j => j.Name).Order());
    }

    [Fact]
    public async Task A_run_that_waits_is_not_lost_when_the_only_worker_ends_and_another_starts()
    {
        var store = server.NewDatabase();
        await using var gp = await TestService.SampleGp();
        string id;
        await using (var first = await Start(store, ("P1", null)))
        {
            // As a worker leaves it that is killed between the store and the scheduler.
            id = first.Service<RunStore>().Queue("P1", "qof-england-2026-27", new DateOnly(2026, 11, 30), false, first.Clock.Now).Id;
        }

        await using var second = await Start(store, gp, ("P1", null));
        Assert.Equal("succeeded", (string)(await second.Ended(id))["status"]!);
    }

    [Fact]
    public async Task A_role_that_may_only_read_and_write_rows_is_enough_once_the_tables_are_made()
    {
        var store = server.NewDatabase();
        await using var gp = await TestService.SampleGp();
        await (await Start(store, gp, ("P1", null))).DisposeAsync();
        var database = new NpgsqlConnectionStringBuilder(store).Database!;
        await using (var owner = NpgsqlDataSource.Create(store))
        {
            foreach (var word in File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "docs", "roles.sql")).Where(l => l.Length > 0 && !l.StartsWith("--", StringComparison.Ordinal)))
            {
                await using var command = owner.CreateCommand(word.Replace("DATABASE qoffhir ", $"DATABASE {database} ", StringComparison.Ordinal));
                await command.ExecuteNonQueryAsync();
            }
        }

        await using var worker = await Start(server.Connection(database, "qoffhir_worker"), gp, ("P1", null));
        Assert.Equal("succeeded", (string)(await worker.Run("P1"))["status"]!);
        await using var least = NpgsqlDataSource.Create(server.Connection(database, "qoffhir_worker"));
        await using var drop = least.CreateCommand("DROP TABLE report");
        await Assert.ThrowsAsync<PostgresException>(() => drop.ExecuteNonQueryAsync());
    }

    [Fact]
    public async Task Nothing_is_run_by_itself_in_a_pause_and_the_year_end_is_that_of_the_31st_of_March()
    {
        await using var gp = await TestService.SampleGp();
        const string soon = "* * * * * ?";
        await using (var paused = await Start(server.NewDatabase(), gp, ["QofFhir:Calendar:PausedFrom=2026-11-30"], ("P1", soon)))
        {
            var timed = await Scheduler(paused);
            var (every, fired) = (Assert.Single(await Keys(timed)), new HashSet<DateTimeOffset>());
            await Fleet.Until(
                async () => ((IMutableTrigger)(await timed.GetTrigger(every))!).PreviousFireTimeUtc is { } last && fired.Add(last) && fired.Count == 2,
                "it fires again, which it does once the job of the first time is over");
            Assert.Empty((await paused.Json("/runs"))["runs"]!.AsArray());
        }

        await using var service = await Start(server.NewDatabase(), gp, ["QofFhir:Calendar:YearEndDay=6"], ("P1", Never));
        var scheduler = await Scheduler(service);
        var end = (await Keys(scheduler)).Single(k => k.Name.EndsWith("year-end", StringComparison.Ordinal));
        var trigger = (await scheduler.GetTrigger(end))!;
        await scheduler.TriggerJob(trigger.JobKey, trigger.JobDataMap);
        JsonNode? run = null;
        await Fleet.Until(async () => (run = (await service.Json("/runs"))["runs"]!.AsArray().FirstOrDefault()) is not null, "the run of the year end");
        Assert.Equal("2026-03-31", (string)run!["achievementDate"]!);
    }

    private static Task<IScheduler> Scheduler(TestService service) => service.Service<ISchedulerFactory>().GetScheduler().AsTask();

    private static async Task<IEnumerable<TriggerKey>> Keys(IScheduler scheduler) => await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.GroupEquals("timed"));

    private static Task<TestService> Start(string store, params (string Ods, string? Schedule)[] practices) => Start(store, null, practices);

    private static Task<TestService> Start(string store, SampleGpServer? gp, params (string Ods, string? Schedule)[] practices) => Start(store, gp, [], practices);

    private static Task<TestService> Start(string store, SampleGpServer? gp, string[] settings, params (string Ods, string? Schedule)[] practices) => TestService.Start(null, [
        "QofFhir:PostgresVariable=STORE", $"STORE={store}", $"QofFhir:CodePacks:0={Path.Combine(AppContext.BaseDirectory, "samples", "valuesets")}",
        .. practices.SelectMany((p, i) => new[]
        {
            $"QofFhir:Practices:{i}:Ods={p.Ods}", $"QofFhir:Practices:{i}:BaseUrl={gp?.BaseUrl ?? new Uri("http://127.0.0.1:9/fhir")}",
        }.Concat(p.Schedule is { } cron ? [$"QofFhir:Practices:{i}:Schedule={cron}"] : [])),
        .. settings,
    ]);
}
