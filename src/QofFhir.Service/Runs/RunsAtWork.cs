using System.Collections.Concurrent;

namespace QofFhir.Service.Runs;

/// <summary>The runs that this process has queued or works on: how far they are, and a way to end them or to wait for their end.</summary>
internal sealed class RunsAtWork(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Work> _open = new(StringComparer.Ordinal);

    public void Begin(string run) => _open.TryAdd(run, new Work());

    public void End(string run)
    {
        if (_open.TryRemove(run, out var work))
        {
            work.End.SetResult();
        }
    }

    /// <summary>Over at once for a run that is not at work here.</summary>
    public Task EndOf(string run) => _open.TryGetValue(run, out var work) ? work.End.Task : Task.CompletedTask;

    /// <summary>Told when somebody cancels the run.</summary>
    public CancellationToken Cancelled(string run) => _open.TryGetValue(run, out var work) ? work.Cancel.Token : CancellationToken.None;

    /// <returns>False for a run that is not at work here.</returns>
    public bool Cancel(string run)
    {
        if (!_open.TryGetValue(run, out var work))
        {
            return false;
        }

        work.Cancel.Cancel();
        return true;
    }

    /// <param name="before">Resources of the practice's run before; null: not known.</param>
    /// <returns>What is to hear of the run's extraction.</returns>
    public ExtractionPace Watch(string run, long? before)
    {
        var pace = new ExtractionPace(clock, before);
        if (_open.TryGetValue(run, out var work))
        {
            work.Pace = pace;
        }

        return pace;
    }

    /// <summary>How far the run's extraction is; null when there is nothing to tell.</summary>
    public RunProgress? ProgressOf(string run) => _open.TryGetValue(run, out var work) ? work.Pace?.Now() : null;

    private sealed class Work
    {
        private volatile ExtractionPace? _pace;

        public TaskCompletionSource End { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CancellationTokenSource Cancel { get; } = new();

        public ExtractionPace? Pace
        {
            get => _pace;
            set => _pace = value;
        }
    }
}
