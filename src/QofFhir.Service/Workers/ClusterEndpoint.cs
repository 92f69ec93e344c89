using QofFhir.Service.Practices;
using QofFhir.Service.Runs;
using Quartz;

namespace QofFhir.Service.Workers;

/// <summary><c>/cluster</c>: the workers, what waits, how fast it goes, what fails and why.</summary>
internal static class ClusterEndpoint
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static void MapCluster(this IEndpointRouteBuilder app) => app.MapGet("/cluster", Read);

    private static async Task<IResult> Read(ServicePlan plan, ClusterStore cluster, ISchedulerFactory schedulers, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var queue = cluster.Queue();
        var pace = ClusterPace.Of(cluster.Ended(now - Hour), now);
        return Results.Json(
            new
            {
                at = now,
                answeredBy = (await schedulers.GetScheduler(cancellation)).SchedulerInstanceId,
                nodes = cluster.Nodes().Select(n => new { n.Name, n.Started, lastSeen = n.Seen, alive = n.Seen >= now - plan.DeadAfter, runsAtWork = n.AtWork }),
                queue.Waiting,
                queue.Running,
                lastHour = pace,
                secondsLeft = pace.SecondsFor(queue.Waiting + queue.Running),
                failures = FailureReasons.Of(cluster.Failures(now - Day, RunStore.DoneByAnother)),
            },
            RunJson.Options);
    }
}
