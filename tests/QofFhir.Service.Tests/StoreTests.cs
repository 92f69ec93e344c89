using Dapper;
using QofFhir.Core;
using QofFhir.Service.Attestations;
using QofFhir.Service.Reports;
using QofFhir.Service.Runs;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Tests;

/// <summary>What the stores promise, whichever database they are in.</summary>
public abstract class StoreTests
{
    private static readonly DateOnly Day = new(2026, 11, 30);
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);

    private protected abstract IDatabase Database { get; }

    private RunStore Runs => new(Database);

    private SummaryStore Summaries => new(Database);

    [Fact]
    public void A_run_that_waits_is_the_answer_to_all_who_ask_and_takes_over_what_they_ask_for()
    {
        var asked = Runs.Queue("P1", "f", Day, false, Now);
        Assert.Equal(asked.Id, Runs.Queue("P1", "f", Day, true, Now).Id);
        Assert.True(Runs.Find(asked.Id)!.Full);
        Assert.Equal((1, RunStatus.Queued), (asked.Attempt, asked.Status));
        Assert.NotEqual(asked.Id, Runs.Queue("P2", "f", Day, false, Now).Id);
        Assert.Equal(2, Runs.Unfinished().Count);
    }

    [Fact]
    public void Many_who_ask_at_once_get_one_run_that_waits()
    {
        var ids = new string[40];
        Parallel.For(0, ids.Length, i => ids[i] = Runs.Queue("P1", "f", Day, false, Now).Id);
        Assert.Single(ids.Distinct());
        Assert.Single(Runs.Latest(100));
    }

    [Fact]
    public void Work_begun_again_writes_and_the_work_before_it_does_not()
    {
        var first = Runs.Begin(Runs.Queue("P1", "f", Day, false, Now), Now)!;
        var again = Runs.Begin(first, Now)!;
        Assert.True(again.Fence > first.Fence);
        Assert.False(Runs.Save(first with { Status = RunStatus.Failed }));
        Assert.Null(Summaries.Write(first, [Report("r", "old")], _ => first));
        Assert.Equal(1, Written(again, Report("r", "new")));
        Assert.Equal("new", Summaries.Find("r"));
        Assert.True(Runs.Save(again with { Status = RunStatus.Failed, Reason = "why" }));
        Assert.Equal("why", Runs.Find(first.Id)!.Reason);
    }

    [Fact]
    public void A_run_that_is_begun_ends_the_attempts_before_it_that_nobody_ended()
    {
        var left = Runs.Begin(Runs.Queue("P1", "f", Day, true, Now), Now)!;
        var next = Runs.Begin(Runs.Queue("P1", "f", Day, false, Now), Now)!;
        Assert.True(next.Full);
        Assert.Equal((RunStatus.Failed, $"it was left, and {next.Id} does its work"), (Runs.Find(left.Id)!.Status, Runs.Find(left.Id)!.Reason));
        Assert.False(Runs.Save(left with { Status = RunStatus.Succeeded }));
        Assert.Null(Runs.Begin(left, Now));
        Assert.True(Runs.Save(next));
    }

    [Fact]
    public void A_run_that_waits_is_cancelled_at_once_and_one_at_work_when_its_worker_hears_of_it()
    {
        var waits = Runs.Queue("P1", "f", Day, false, Now);
        Assert.True(Runs.Cancel(waits.Id, Now));
        Assert.Equal((RunStatus.Failed, "it was cancelled"), (Runs.Find(waits.Id)!.Status, Runs.Find(waits.Id)!.Reason));
        Assert.Null(Runs.Begin(waits, Now));
        Assert.False(Runs.Cancel(waits.Id, Now));
        Assert.False(Runs.Cancel("nothing", Now));

        var run = Runs.Begin(Runs.Queue("P1", "f", Day, false, Now), Now)!;
        var far = new RunProgress(1, 2, 3, 4, 5, "half", 6);
        Assert.Empty(Runs.Tell([(run, far)]));
        Assert.Equal([run.Fence - 1], Runs.Tell([(run with { Fence = run.Fence - 1 }, null)]).Select(r => r.Fence));
        Assert.Equal(far, Runs.Find(run.Id)!.Progress);
        Assert.True(Runs.Cancel(run.Id, Now));
        Assert.Equal(RunStatus.Running, Runs.Find(run.Id)!.Status);
        Assert.Equal([run.Id], Runs.Tell([(run, null)]).Select(r => r.Id));

        // Its worker died before it heard of it: whoever takes it up ends it.
        Assert.Null(Runs.Begin(run, Now));
        Assert.Equal("it was cancelled", Runs.Find(run.Id)!.Reason);
    }

    [Fact]
    public void However_many_begin_at_once_one_alone_may_write()
    {
        var run = Runs.Queue("P1", "f", Day, false, Now);
        var begun = new Run[20];
        var kept = new Run?[begun.Length];
        Parallel.For(0, begun.Length, i =>
        {
            begun[i] = Runs.Begin(run, Now)!;
            kept[i] = Summaries.Write(begun[i], [Report("r", $"by {begun[i].Fence}")], _ => begun[i]);
        });
        Assert.Equal(begun.Length, begun.Select(b => b.Fence).Distinct().Count());
        var last = begun.MaxBy(b => b.Fence)!;
        Assert.NotNull(kept[Array.IndexOf(begun, last)]);
        Assert.Equal($"by {last.Fence}", Summaries.Find("r"));
        Assert.Equal(1, Live("r"));
    }

    [Fact]
    public void A_report_that_says_the_same_stays_and_another_takes_its_place_with_the_old_one_kept()
    {
        var run = Runs.Begin(Runs.Queue("P1", "f", Day, false, Now), Now)!;
        Assert.Equal(2, Written(run, Report("r", "one"), Report("s", "one")));
        Assert.Equal(1, Written(run, Report("r", "one"), Report("s", "two")));
        Assert.Equal(("one", "two", 3), (Summaries.Find("r"), Summaries.Find("s"), Summaries.Versions()));
        Assert.Equal(1, Live("s"));

        var sent = Summaries.Pending("P1", "there").First(p => p.Id == "s");
        Summaries.Submitted(sent, "there", "taken");
        Assert.Equal(["r"], Summaries.Pending("P1", "there").Select(p => p.Id));
        Assert.Equal(2, Summaries.Pending("P1", "elsewhere").Count);
    }

    [Fact]
    public void A_run_that_succeeded_leaves_its_problems_and_its_clusters_and_is_found_as_the_last()
    {
        Assert.Null(Runs.Clusters("P1", "f"));
        var run = Runs.Begin(Runs.Queue("P1", "f", Day, false, Now), Now)!;
        Assert.Null(Runs.LastSuccess("P1", "f"));
        Runs.Succeed(run with { Status = RunStatus.Succeeded }, new Dictionary<string, int> { ["HYP_COD"] = 3 }, [new Problem(ProblemKind.Incomplete, ProblemSeverity.Warning, "here", null, "what")]);
        Assert.Equal(run.Id, Runs.LastSuccess("P1", "f")!.Id);
        Assert.Equal(3, Runs.Clusters("P1", "f")!["HYP_COD"]);
        Assert.Equal("what", Runs.Problems(run.Id).Single().Text);
        Assert.Empty(Runs.Unfinished());
    }

    [Fact]
    public void The_latest_declaration_counts_and_the_earlier_ones_stay()
    {
        var store = new AttestationStore(Database);
        store.Declare("P1", "f", "QI001", new Declaration(true, "Ann", Now));
        store.Declare("P1", "f", "QI001", new Declaration(true, "Ann", Now.AddDays(1)));
        store.Declare("P1", "f", "QI001", new Declaration(false, "Bob", Now.AddDays(2)));
        Assert.Equal(["False Bob", "True Ann"], store.History("P1", "f")["QI001"].Select(d => $"{d.Declared} {d.By}"));
        Assert.False(store.Latest("P1", "f").Single().Declared);
        Assert.Empty(store.Latest("P2", "f"));
    }

    private int Written(Run run, params StoredReport[] reports)
    {
        var count = -1;
        Assert.NotNull(Summaries.Write(run, reports, changed =>
        {
            count = changed;
            return run;
        }));
        return count;
    }

    private int Live(string id) => Database.Read(c => c.ExecuteScalar<int>("SELECT COUNT(*) FROM report WHERE id = @id AND live = 1", new { id }));

    private static StoredReport Report(string id, string says) =>
        new(id, "summary", "s|" + id, "m|1", "Organization/P1", "complete", null, "2026-03-31T23:00:00Z", "2027-03-31T23:00:00Z", "2026-11-30T09:00:00Z", says, says);
}
