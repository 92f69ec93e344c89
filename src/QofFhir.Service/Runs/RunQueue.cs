using QofFhir.SampleGp.Practice;
using QofFhir.Service.Practices;
using Quartz;

namespace QofFhir.Service.Runs;

/// <summary>Gives runs to the scheduler: a job a practice, so that a practice is run by one at a time.</summary>
internal sealed class RunQueue(ServicePlan plan, RunStore runs, PracticeList practices, ISchedulerFactory schedulers, RunEnds ends, TimeProvider clock)
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
    public async Task<Run> Start(Practice practice, CancellationToken cancellation)
    {
        var run = Take(practice.Ods);
        var scheduler = await schedulers.GetScheduler(cancellation);
        await scheduler.TriggerJob(new JobKey(practice.Ods), new JobDataMap { [RunId] = run.Id }, cancellation);
        return run;
    }

    /// <summary>A new attempt, or the one that waits already.</summary>
    public Run Take(string ods)
    {
        var run = runs.Queue(ods, plan.Framework, AchievementDate(), clock.GetUtcNow());
        ends.Begin(run.Id);
        return run;
    }

    /// <summary>The sample practice has a day of its own: from any other its year would sooner or later be over.</summary>
    private DateOnly AchievementDate() =>
        plan.AchievementDate ?? (plan.Sample ? PracticeRecipe.DefaultAchievementDate : London.Today(clock));
}
