using System.Collections.Concurrent;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Collection;

/// <summary>Writes what many clients submit at a time in few transactions: those that wait while one is written go together into the next.</summary>
internal sealed class SubmissionQueue : IDisposable
{
    /// <summary>Reports of one transaction, unless a single submission has more.</summary>
    private const int Most = 400;

    /// <summary>On PostgreSQL; an SQLite file has one writer at a time.</summary>
    private const int Writers = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly CollectedStore _store;
    private readonly BlockingCollection<Waiting> _waiting = new(4096);
    private readonly Task[] _writers;

    public SubmissionQueue(CollectedStore store, ServicePlan plan)
    {
        _store = store;
        _writers = [.. Enumerable.Range(0, plan.Postgres is null ? 1 : Writers).Select(_ => Task.Factory.StartNew(
            Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
    }

    /// <summary>Done when it is kept.</summary>
    /// <returns>The fates of its reports, in their order.</returns>
    public Task<IReadOnlyList<Taken>> Write(Submission submission)
    {
        var waiting = new Waiting(submission, new TaskCompletionSource<IReadOnlyList<Taken>>(TaskCreationOptions.RunContinuationsAsynchronously));
        _waiting.Add(waiting);
        return waiting.Fates.Task;
    }

    public void Dispose()
    {
        _waiting.CompleteAdding();

        // While the database is away a writer waits for it, and nobody for the writer: what was not answered is sent again.
        if (Task.WaitAll(_writers, Patience))
        {
            _waiting.Dispose();
        }
    }

    private void Work()
    {
        foreach (var first in _waiting.GetConsumingEnumerable())
        {
            var together = new List<Waiting> { first };
            for (var reports = first.Submission.Reports.Count; reports < Most && _waiting.TryTake(out var next); reports += Math.Max(1, next.Submission.Reports.Count))
            {
                together.Add(next);
            }

            Write(together);
        }
    }

    private void Write(List<Waiting> together)
    {
        try
        {
            foreach (var (waiting, fates) in together.Zip(_store.Write([.. together.Select(w => w.Submission)])))
            {
                waiting.Fates.SetResult(fates);
            }
        }
        catch (Exception) when (together.Count > 1)
        {
            // One of them may be at fault: the others shall not pay for it.
            together.ForEach(w => Write([w]));
        }
        catch (Exception fault)
        {
            // Goes to the request, whose answer it decides; the writer goes on with the next.
            together[0].Fates.SetException(fault);
        }
    }

    private sealed record Waiting(Submission Submission, TaskCompletionSource<IReadOnlyList<Taken>> Fates);
}
