namespace QofFhir.Service.Runs;

/// <summary>How long each step of a run took.</summary>
internal sealed class StepWatch(TimeProvider clock)
{
    private readonly Dictionary<string, double> _seconds = [];
    private long _start = clock.GetTimestamp();

    /// <summary>The steps ended so far, in seconds.</summary>
    public IReadOnlyDictionary<string, double> Seconds => new Dictionary<string, double>(_seconds);

    public void End(string step)
    {
        _seconds[step] = Math.Round(clock.GetElapsedTime(_start).TotalSeconds, 3);
        _start = clock.GetTimestamp();
    }
}
