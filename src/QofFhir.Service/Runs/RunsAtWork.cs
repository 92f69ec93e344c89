using System.Collections.Concurrent;

namespace QofFhir.Service.Runs;

/// <summary>The runs that this process works on: how far they are, and a way to end them.</summary>
internal sealed class RunsAtWork(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Work> _open = new(StringComparer.Ordinal); // by practice

    public int Count => _open.Count;

    /// <summary>Each with how far it is.</summary>
    public IReadOnlyList<(Run Run, RunProgress? Progress)> All => [.. _open.Values.Select(w => (w.Run, w.Pace?.Now()))];

    /// <summary>Begins a run when this process has ended what it still did for the practice: it was taken for dead meanwhile, and the run came back to it.</summary>
    /// <returns>Told when somebody cancels the run.</returns>
    public async Task<CancellationToken> Begin(Run run)
    {
        var work = new Work(run);
        while (!_open.TryAdd(run.Practice, work))
        {
            if (_open.TryGetValue(run.Practice, out var before))
            {
                await before.Cancel.CancelAsync();
                await before.End.Task;
            }
        }

        return work.Cancel.Token;
    }

    public void End(Run run)
    {
        if (_open.TryRemove(run.Practice, out var work))
        {
            work.End.SetResult();
        }
    }

    /// <summary>Nothing for a run that is not at work here.</summary>
    public void Cancel(string run)
    {
        Of(run)?.Cancel.Cancel();
    }

    /// <summary>Ends this attempt alone: word of it may come when the run has been begun again here.</summary>
    public void Cancel(Run attempt)
    {
        if (Of(attempt.Id) is { } work && work.Run.Fence == attempt.Fence)
        {
            work.Cancel.Cancel();
        }
    }

    /// <param name="before">Resources of the practice's run before; null: not known.</param>
    /// <returns>What is to hear of the run's extraction.</returns>
    public ExtractionPace Watch(string run, long? before)
    {
        var pace = new ExtractionPace(clock, before);
        if (Of(run) is { } work)
        {
            work.Pace = pace;
        }

        return pace;
    }

    /// <summary>How far the run's extraction is; null when there is nothing to tell.</summary>
    public RunProgress? ProgressOf(string run) => Of(run)?.Pace?.Now();

    private Work? Of(string run) => _open.Values.FirstOrDefault(w => w.Run.Id == run);

    private sealed class Work(Run run)
    {
        private volatile ExtractionPace? _pace;

        public Run Run { get; } = run;

        public CancellationTokenSource Cancel { get; } = new();

        public TaskCompletionSource End { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ExtractionPace? Pace
        {
            get => _pace;
            set => _pace = value;
        }
    }
}
