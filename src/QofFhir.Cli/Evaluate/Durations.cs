namespace QofFhir.Cli.Evaluate;

/// <summary>How long each part of a run took, by the clock that the tool was given.</summary>
internal sealed class Durations(TimeProvider clock)
{
    private readonly List<(string Part, long Milliseconds)> _parts = [];

    public IReadOnlyList<(string Part, long Milliseconds)> Parts => _parts;

    public T Of<T>(string part, Func<T> work)
    {
        var start = clock.GetTimestamp();
        var result = work();
        _parts.Add((part, (long)clock.GetElapsedTime(start).TotalMilliseconds));
        return result;
    }
}
