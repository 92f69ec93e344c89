using QofFhir.Extraction;
using QofFhir.Service.Practices;
using Quartz;

namespace QofFhir.Service.Runs;

/// <summary>The outermost of a run: whatever happens inside ends in the store as succeeded or failed, or is left to another worker.</summary>
[DisallowConcurrentExecution]
internal sealed class RunJob(
    ServicePlan plan, RunPractice work, RunQueue queue, RunStore runs, PracticeList practices, RunsAtWork atWork, TimeProvider clock, ILogger<RunJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        // Asked for several times while it waited, or left and taken up twice: the first trigger has run it.
        if (queue.Called(context) is not { } asked || runs.Begin(asked, clock.GetUtcNow(), context.Scheduler.SchedulerInstanceId) is not { } run)
        {
            return;
        }

        var cancelled = await atWork.Begin(run);
        log.LogInformation("Run {Run} {Started}", run.Id, asked.Status == RunStatus.Running ? "was left by another worker and is begun again" : "started");
        try
        {
            await Try(run, cancelled, cancellationToken);
        }
        catch (Overtaken)
        {
            log.LogWarning("Run {Run} was taken over by another worker; nothing that came after was written here", run.Id);
        }
        finally
        {
            atWork.End(run);
        }
    }

    /// <exception cref="Overtaken">Another worker does it.</exception>
    /// <exception cref="OperationCanceledException">The service is stopped; the scheduler gives the run to another worker.</exception>
    private async Task Try(Run run, CancellationToken cancelled, CancellationToken stopped)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopped, cancelled);
        try
        {
            await Do(run, stop.Token);
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested && runs.Find(run.Id)!.Status != RunStatus.Succeeded)
        {
            runs.Save(run.Again());
            log.LogInformation("Run {Run} was left for another worker, or the next start of the service", run.Id);
            throw;
        }
        catch (Exception fault) when (fault is not Overtaken)
        {
            var reason = fault switch
            {
                ExtractionException or RunFailure => fault.Message,
                OperationCanceledException => cancelled.IsCancellationRequested ? RunStore.WasCancelled : "the service was stopped during the run",

                // The message of an unforeseen fault may hold what was being read.
                _ => $"an internal error ({fault.GetType().Name})",
            };
            if (!Fail(run, reason))
            {
                throw new Overtaken();
            }

            log.LogError("Run {Run} failed: {Reason}", run.Id, reason);
            if (fault is not (ExtractionException or RunFailure or OperationCanceledException))
            {
                log.LogError("Run {Run}: {Stack}", run.Id, fault.StackTrace);
            }
        }
    }

    private async Task Do(Run run, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var practice = practices.Find(run.Practice) ?? throw new RunFailure("the practice is not configured here");
        if (run.Framework != plan.Framework)
        {
            throw new RunFailure("another framework is configured here");
        }

        var done = await work.Execute(run, practice, cancellation);
        foreach (var warning in done.Warnings)
        {
            log.LogWarning("Run {Run}: {Warning}", done.Id, warning);
        }

        log.LogInformation(
            "Run {Run} succeeded: {Reports} reports, {Changed} changed; {Accepted} resources accepted, {Rejected} rejected, {Problems} problems",
            done.Id, done.Result!.Reports, done.Result.Changed, done.Records!.Accepted, done.Records.Rejected, done.Records.Problems);
    }

    /// <summary>A run whose reports are stored has succeeded, whatever became of what came after; one that another worker took over is its own.</summary>
    /// <returns>False when another worker took it over.</returns>
    private bool Fail(Run run, string reason)
    {
        var stored = runs.Find(run.Id)! with { Fence = run.Fence };
        return runs.Save(stored.Status == RunStatus.Succeeded
            ? stored with { Submission = new RunSubmission("", 0, 0, [reason]) }
            : stored with { Status = RunStatus.Failed, Reason = reason, EndedAt = clock.GetUtcNow() });
    }
}
