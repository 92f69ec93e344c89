using QofFhir.Extraction;
using QofFhir.Service.Practices;
using Quartz;

namespace QofFhir.Service.Runs;

/// <summary>The outermost of a run: whatever happens inside ends in the store as succeeded or failed.</summary>
[DisallowConcurrentExecution]
internal sealed class RunJob(RunPractice work, RunQueue queue, RunStore runs, PracticeList practices, RunsAtWork atWork, IHostApplicationLifetime lifetime, TimeProvider clock,
    ILogger<RunJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var run = context.MergedJobDataMap.TryGetValue(RunQueue.RunId, out var id) && runs.Find((string)id!) is { } asked
            ? asked
            : queue.Take(context.JobDetail.Key.Name);
        if (run.Status != RunStatus.Queued)
        {
            // Asked for several times while it waited; the first trigger has run it.
            atWork.End(run.Id);
            return;
        }

        var cancelled = atWork.Cancelled(run.Id);
        run = runs.Begin(run, clock.GetUtcNow());
        log.LogInformation("Run {Run} started", run.Id);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping, cancelled);
        try
        {
            stop.Token.ThrowIfCancellationRequested();
            var practice = practices.Find(run.Practice) ?? throw new RunFailure("the practice is not configured here");
            var done = await work.Execute(run, practice, stop.Token);
            foreach (var warning in done.Warnings)
            {
                log.LogWarning("Run {Run}: {Warning}", done.Id, warning);
            }

            log.LogInformation(
                "Run {Run} succeeded: {Reports} reports, {Changed} changed; {Accepted} resources accepted, {Rejected} rejected, {Problems} problems",
                done.Id, done.Result!.Reports, done.Result.Changed, done.Records!.Accepted, done.Records.Rejected, done.Records.Problems);
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested && runs.Find(run.Id)!.Status != RunStatus.Succeeded)
        {
            runs.Save(run.Again());
            log.LogInformation("Run {Run} was left for the next start of the service", run.Id);
        }
        catch (Exception fault)
        {
            var reason = fault switch
            {
                ExtractionException or RunFailure => fault.Message,
                OperationCanceledException => cancelled.IsCancellationRequested ? "it was cancelled" : "the service was stopped during the run",

                // The message of an unforeseen fault may hold what was being read.
                _ => $"an internal error ({fault.GetType().Name})",
            };
            Fail(run, reason);
            log.LogError("Run {Run} failed: {Reason}", run.Id, reason);
            if (fault is not (ExtractionException or RunFailure or OperationCanceledException))
            {
                log.LogError("Run {Run}: {Stack}", run.Id, fault.StackTrace);
            }
        }
        finally
        {
            atWork.End(run.Id);
        }
    }

    /// <summary>A run whose reports are stored has succeeded, whatever became of what came after; one that another worker took over is its own.</summary>
    private void Fail(Run run, string reason)
    {
        var stored = runs.Find(run.Id)! with { Fence = run.Fence };
        runs.Save(stored.Status == RunStatus.Succeeded
            ? stored with { Submission = new RunSubmission("", 0, 0, [reason]) }
            : stored with { Status = RunStatus.Failed, Reason = reason, EndedAt = clock.GetUtcNow() });
    }
}
