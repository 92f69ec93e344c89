using System.Collections.Concurrent;

namespace QofFhir.Service.Runs;

/// <summary>The runs that this process works on: how far they are, and a way to end them.</summary>
internal sealed class RunsAtWork(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Work> _open = new(StringComparer.Ordinal);

    public int Count => _open.Count;

    /// <summary>Each with how far it is.</summary>
    public IReadOnlyList<(Run Run, RunProgress? Progress)> All => [.. _open.Values.Select(w => (w.Run, w.Pace?.Now()))];

    /// <returns>Told when somebody cancels the run.</returns>
    public CancellationToken Begin(Run run)
    {
        var work = new Work(run);
        _open[run.Id] = work;
        return work.Cancel.Token;
    }

    public void End(Run run) => _open.TryRemove(run.Id, out _);

    /// <summary>Nothing for a run that is not at work here.</summary>
    public void Cancel(string run)
    {
        if (_open.TryGetValue(run, out var work))
        {
            work.Cancel.Cancel();
        }
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

    private sealed class Work(Run run)
    {
        private volatile ExtractionPace? _pace;

        public Run Run { get; } = run;

        public CancellationTokenSource Cancel { get; } = new();

        public ExtractionPace? Pace
        {
            get => _pace;
            set => _pace = value;
        }
    }
}
