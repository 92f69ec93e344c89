using QofFhir.Service.Practices;
using Quartz;

namespace QofFhir.Service.Runs;

/// <summary>Which run is to be done next, and how it comes to the scheduler.</summary>
internal sealed class RunQueue(ServicePlan plan, RunStore runs, PracticeList practices, PracticeJobs jobs, TimeProvider clock)
{
    /// <summary>Runs that are taken up together begin so far apart.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(20);

    /// <summary>Queues a run of a practice now; while one waits, that is the answer to all who ask.</summary>
    /// <param name="full">Fetch everything, whatever is kept.</param>
    public async Task<Run> Start(Practice practice, bool full, CancellationToken cancellation)
    {
        var run = Take(practice.Ods, full, plan.Today(clock));
        await jobs.Ask(run, practice, TimeSpan.Zero, cancellation);
        return run;
    }

    /// <summary>The run for which the scheduler calls; null when it is over already, or now is no time for it.</summary>
    public Run? Called(IJobExecutionContext context)
    {
        if (PracticeJobs.RunOf(context) is { } id)
        {
            return runs.Find(id);
        }

        var practice = context.JobDetail.Key.Name;
        if (context.Recovering)
        {
            return runs.Left(practice, plan.Framework);
        }

        var today = London.Today(clock);
        return plan.Calendar.IsPausedOn(today)
            ? null
            : Take(practice, false, PracticeJobs.IsYearEnd(context) ? Timetable.YearEnd(today) : plan.Today(clock));
    }

    /// <summary>Sets off again what nobody is at: of the runs of one practice, framework and date the last one, which does the work of all.</summary>
    /// <param name="left">Tells of a run at work whether its worker is gone.</param>
    /// <returns>How many are run again.</returns>
    public async Task<int> TakeUp(Func<Run, bool> left, CancellationToken cancellation)
    {
        var known = await jobs.SetOff(cancellation);
        var taken = 0;
        foreach (var run in runs.Unfinished().GroupBy(r => (r.Practice, r.Framework, r.AchievementDate)).Select(same => same.MaxBy(r => r.Attempt)!))
        {
            if (known.Contains(run.Id) || (run.Status == RunStatus.Running && !left(run)))
            {
                continue;
            }

            if (practices.Find(run.Practice) is { } practice && run.Framework == plan.Framework)
            {
                await jobs.Ask(run, practice, Apart * taken, cancellation);
                taken++;
            }
        }

        return taken;
    }

    /// <summary>Ends runs that nobody will do: their practice or framework is not configured any more.</summary>
    public void Clear(DateTimeOffset before)
    {
        foreach (var run in runs.Unfinished().Where(r => r.QueuedAt <= before && (practices.Find(r.Practice) is null || r.Framework != plan.Framework)))
        {
            runs.Save(run with
            {
                Status = RunStatus.Failed,
                Reason = "the service ended before this run had, and its practice or framework is no longer configured",
                EndedAt = clock.GetUtcNow(),
            });
        }
    }

    private Run Take(string ods, bool full, DateOnly achievementDate) => runs.Queue(ods, plan.Framework, achievementDate, full, clock.GetUtcNow());
}
