using System.Collections.Concurrent;

namespace QofFhir.Service.Runs;

/// <summary>Lets a request wait for the end of a run that this process works on.</summary>
internal sealed class RunEnds
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _open = new(StringComparer.Ordinal);

    public void Begin(string run) => _open.TryAdd(run, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    public void End(string run)
    {
        if (_open.TryRemove(run, out var open))
        {
            open.SetResult();
        }
    }

    /// <summary>Over at once for a run that is not at work here.</summary>
    public Task Of(string run) => _open.TryGetValue(run, out var open) ? open.Task : Task.CompletedTask;
}
