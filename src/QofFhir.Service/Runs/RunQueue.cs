using QofFhir.SampleGp.Practice;
using QofFhir.Service.Practices;
using Quartz;

namespace QofFhir.Service.Runs;

/// <summary>Gives runs to the scheduler: a job a practice, so that a practice is run by one at a time.</summary>
internal sealed class RunQueue(ServicePlan plan, RunStore runs, PracticeList practices, ISchedulerFactory schedulers, RunsAtWork atWork, TimeProvider clock)
{
    public const string RunId = "run";

    /// <summary>Makes the practices' jobs, with their schedules.</summary>
    public async Task Schedule(CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        foreach (var practice in practices.All)
        {
            var job = JobBuilder.Create<RunJob>().WithIdentity(practice.Ods).StoreDurably().Build();
            await scheduler.AddJob(job, new AddJobOptions(), cancellation);
            if (practice.Schedule is { } cron)
            {
                var trigger = TriggerBuilder.Create(TimeProvider.System)
                    .ForJob(job)
                    .WithIdentity(practice.Ods)
                    .WithCronSchedule(cron, schedule => schedule.InTimeZone(London.Zone))
                    .Build();
                await scheduler.ScheduleJob(trigger, new ScheduleJobOptions(), cancellation);
            }
        }
    }

    /// <summary>Queues a run of a practice now; while one waits, that is the answer to all who ask.</summary>
    /// <param name="full">Fetch everything, whatever is kept.</param>
    public async Task<Run> Start(Practice practice, bool full, CancellationToken cancellation)
    {
        var run = Take(practice.Ods, full);
        await Trigger(run, practice, cancellation);
        return run;
    }

    /// <summary>Takes up again what an earlier process left: of the runs of one practice, framework and date the last one, which does the work of all.</summary>
    /// <returns>How many are run again.</returns>
    public async Task<int> TakeUp(CancellationToken cancellation)
    {
        var taken = 0;
        foreach (var same in runs.Unfinished().GroupBy(r => (r.Practice, r.Framework, r.AchievementDate)))
        {
            var run = same.MaxBy(r => r.Attempt)!;
            foreach (var older in same.Where(r => r != run))
            {
                End(older, $"the service ended before this run had; {run.Id} does its work");
            }

            if (practices.Find(run.Practice) is not { } practice || run.Framework != plan.Framework)
            {
                End(run, "the service ended before this run had, and its practice or framework is no longer configured");
                continue;
            }

            run = run.Again() with { Full = same.Any(r => r.Full) };
            runs.Save(run);
            atWork.Begin(run.Id);
            await Trigger(run, practice, cancellation);
            taken++;
        }

        return taken;
    }

    private void End(Run run, string reason) =>
        runs.Save(run with { Status = RunStatus.Failed, Reason = reason, EndedAt = clock.GetUtcNow() });

    private async Task Trigger(Run run, Practice practice, CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        await scheduler.TriggerJob(new JobKey(practice.Ods), new JobDataMap { [RunId] = run.Id }, cancellation);
    }

    /// <summary>A new attempt, or the one that waits already.</summary>
    public Run Take(string ods, bool full = false)
    {
        var run = runs.Queue(ods, plan.Framework, AchievementDate(), full, clock.GetUtcNow());
        atWork.Begin(run.Id);
        return run;
    }

    /// <summary>The sample practice has a day of its own: from any other its year would sooner or later be over.</summary>
    private DateOnly AchievementDate() =>
        plan.AchievementDate ?? (plan.Sample ? PracticeRecipe.DefaultAchievementDate : London.Today(clock));
}
