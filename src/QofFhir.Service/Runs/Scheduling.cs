using Npgsql;
using QofFhir.Service.Practices;
using Quartz;

namespace QofFhir.Service.Runs;

/// <summary>The scheduler: in memory, or in PostgreSQL where many workers share it.</summary>
internal static class Scheduling
{
    /// <summary>A scheduler with a name has a clock of its own; one without would take ours with it.</summary>
    private const string Name = "runs";

    public static void Add(IServiceCollection services, ServicePlan plan)
    {
        services.AddQuartz(Name, quartz =>
        {
            // Its threads and its database live by the clock of the machine, whatever day the runs think it is.
            quartz.UseTimeProvider(TimeProvider.System);

            // A run holds a place from its first request to its reports: those who extract, and those who wait for a core.
            quartz.UseDefaultThreadPool(plan.Extractions + (2 * Environment.ProcessorCount));
            quartz.UseExecutionLimits(limits => limits.ForOtherGroups(plan.RunsPerHost, ExecutionLimitScope.Cluster));
            quartz.ConfigureScheduler(options =>
            {
                options.GenerateInstanceId = true;
                options.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs;
            });
            if (plan.Postgres is { } connection)
            {
                Share(quartz, connection, plan.DeadAfter);
            }
        });
        services.AddSingleton(s => s.GetRequiredKeyedService<ISchedulerFactory>(Name));
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    /// <param name="deadAfter">A worker that has not been heard of for so long is dead, and its runs are done by others.</param>
    private static void Share(IQuartzBuilder quartz, string connection, TimeSpan deadAfter)
    {
        // What another worker sets off is seen when we look.
        quartz.ConfigureScheduler(options => options.IdleWaitTime = TimeSpan.FromSeconds(3));
        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(NpgsqlFactory.Instance, connection);
            store.UseSystemTextJsonSerializer();
            store.UseClustering(cluster =>
            {
                cluster.CheckinInterval = deadAfter / 3;
                cluster.CheckinMisfireThreshold = deadAfter - cluster.CheckinInterval;
            });
            store.ConfigureStore(options =>
            {
                options.RecoverFiringsCancelledByShutdown = true;
                options.DbRetryInterval = TimeSpan.FromSeconds(3);

                // A night's runs may wait long for a place; until then they are not late.
                options.MisfireThreshold = TimeSpan.FromMinutes(10);
            });
            store.ProvisionSchema();
        });
    }
}
