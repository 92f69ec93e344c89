using QofFhir.Service.Practices;
using Quartz;

namespace QofFhir.Service.Runs;

/// <summary>The scheduler's side of the runs: a job a practice, so that it is run by one worker at a time, and what sets it off.</summary>
internal sealed class PracticeJobs(ServicePlan plan, ISchedulerFactory schedulers)
{
    private const string Practices = "practice";
    private const string Timed = "timed";
    private const string Asked = "asked";
    private const string Run = "run";
    private const string YearEnd = "year-end";

    /// <summary>Brings jobs and times to what is configured. A trigger's name says all of it, so one that is still right is left alone, with a firing that waits.</summary>
    public async Task Arrange(IReadOnlyList<Practice> practices, CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        var wanted = practices.SelectMany(p => Timetable.Of(p, plan.Calendar).Select(t => TimedTrigger(p, t))).ToDictionary(t => t.Key);
        var known = (await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.GroupEquals(Timed), cancellation)).ToHashSet();
        var jobs = (await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(Practices), cancellation)).ToHashSet();
        await scheduler.UnscheduleJobs([.. known.Where(k => !wanted.ContainsKey(k))], cancellation);
        await scheduler.DeleteJobs([.. jobs.Except(practices.Select(Key))], cancellation);
        foreach (var practice in practices.Where(p => !jobs.Contains(Key(p))))
        {
            await scheduler.AddJob(Job(practice), AddJobOptions.Replacing, cancellation);
        }

        foreach (var trigger in wanted.Values.Where(t => !known.Contains(t.Key)))
        {
            await scheduler.ScheduleJob(trigger, ScheduleJobOptions.Replacing, cancellation);
        }
    }

    /// <summary>Sets a run off; the same again changes nothing.</summary>
    public async Task Ask(Run run, Practice practice, TimeSpan delay, CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        var key = new TriggerKey(run.Id, Asked);
        if (await scheduler.Exists(key, cancellation))
        {
            return;
        }

        await scheduler.AddJob(Job(practice), AddJobOptions.Replacing, cancellation);

        // However long it waits for a place it is not late: it is due as soon as there is one.
        var trigger = TriggerBuilder.Create(TimeProvider.System)
            .ForJob(Key(practice))
            .WithIdentity(key)
            .UsingJobData(Run, run.Id)
            .WithExecutionGroup(Host(practice))
            .StartAt(TimeProvider.System.GetUtcNow() + delay)
            .WithSimpleSchedule(s => s.WithMisfireInstruction(SimpleTriggerMisfireInstruction.IgnoreMisfires))
            .Build();
        await scheduler.ScheduleJob(trigger, ScheduleJobOptions.Replacing, cancellation);
    }

    /// <summary>Ids of the runs that are set off and not yet over.</summary>
    public async Task<IReadOnlySet<string>> SetOff(CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        return (await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.GroupEquals(Asked), cancellation)).Select(k => k.Name).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The run that was asked for; null: it is time for one.</summary>
    public static string? RunOf(IJobExecutionContext context) => context.MergedJobDataMap.TryGetValue(Run, out var id) ? id as string : null;

    public static bool IsYearEnd(IJobExecutionContext context) => context.MergedJobDataMap.ContainsKey(YearEnd);

    private static ITrigger TimedTrigger(Practice practice, TimedRun timed)
    {
        var (host, end) = (Host(practice), timed.YearEnd ? " " + YearEnd : "");
        var trigger = TriggerBuilder.Create(TimeProvider.System)
            .ForJob(Key(practice))
            .WithIdentity($"{practice.Ods} {host} {timed.Cron}{end}", Timed)
            .WithExecutionGroup(host)
            .WithCronSchedule(timed.Cron, s => s.InTimeZone(London.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed));
        return (timed.YearEnd ? trigger.UsingJobData(YearEnd, "true") : trigger).Build();
    }

    /// <summary>What a limit of runs counts by: the system's host and port.</summary>
    private static string Host(Practice practice) => practice.System.Address.Authority;

    private static JobKey Key(Practice practice) => new(practice.Ods, Practices);

    private static IJobDetail Job(Practice practice) => JobBuilder.Create<RunJob>().WithIdentity(Key(practice)).StoreDurably().RequestRecovery().Build();
}
