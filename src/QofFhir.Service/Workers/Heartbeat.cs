using System.Data.Common;
using QofFhir.Service.Practices;
using QofFhir.Service.Runs;
using Quartz;

namespace QofFhir.Service.Workers;

/// <summary>Tells the other workers that this one is there and how far its runs are, hears which of them are to be cancelled, and takes up what a worker that is gone has left.</summary>
internal sealed class Heartbeat(
    ServicePlan plan, ClusterStore cluster, RunStore runs, RunsAtWork atWork, RunQueue queue, ISchedulerFactory schedulers, TimeProvider clock, ILogger<Heartbeat> log)
    : BackgroundService
{
    /// <summary>Between two beats; between two looks for what was left there are some of them.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private const int BeatsALook = 3;
    private static readonly TimeSpan Forget = TimeSpan.FromDays(1);

    private string? _name;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_name is { } name)
        {
            Safely(() => cluster.Leave(name));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!plan.Roles.Contains(Role.Worker))
        {
            return;
        }

        var started = clock.GetUtcNow();
        using var timer = new PeriodicTimer(Pause, clock);
        for (var beat = 1; await timer.WaitForNextTickAsync(stoppingToken); beat++)
        {
            _name ??= (await schedulers.GetScheduler(stoppingToken)).SchedulerInstanceId;
            Safely(() => Beat(_name, started));
            if (plan.Postgres is not null && beat % BeatsALook == 0)
            {
                await Look(_name, stoppingToken);
            }
        }
    }

    private void Beat(string name, DateTimeOffset started)
    {
        var now = clock.GetUtcNow();
        cluster.Beat(name, started, now, atWork.Count, now - Forget);
        foreach (var run in runs.Tell(atWork.All))
        {
            atWork.Cancel(run);
        }
    }

    /// <summary>The scheduler recovers runs of the dead by itself; here is found what it does not know of.</summary>
    private async Task Look(string name, CancellationToken cancellation)
    {
        try
        {
            var alive = cluster.Nodes().Where(n => n.Seen >= clock.GetUtcNow() - plan.DeadAfter).Select(n => n.Name).ToHashSet(StringComparer.Ordinal);
            var here = atWork.All.Select(w => w.Run.Id).ToHashSet(StringComparer.Ordinal);
            if (await queue.TakeUp(run => run.Node == name ? !here.Contains(run.Id) : !alive.Contains(run.Node ?? ""), cancellation) is > 0 and var taken)
            {
                log.LogWarning("{Count} runs that no worker was at are set off again", taken);
            }
        }
        catch (Exception fault) when (fault is DbException or SchedulerException)
        {
            log.LogWarning("The shared database did not answer the look for runs that were left: {Fault}", fault.GetType().Name);
        }
    }

    private void Safely(Action act)
    {
        try
        {
            act();
        }
        catch (DbException fault)
        {
            log.LogWarning("The shared database did not answer the heartbeat: {Fault}", fault.GetType().Name);
        }
    }
}
