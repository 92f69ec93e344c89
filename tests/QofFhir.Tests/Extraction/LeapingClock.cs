namespace QofFhir.Tests.Extraction;

/// <summary>A clock on which every wait is over at once and has passed.</summary>
internal sealed class LeapingClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _one = new();
    private DateTimeOffset _now = start;

    public List<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow()
    {
        lock (_one)
        {
            return _now;
        }
    }

    public void Pass(TimeSpan time)
    {
        lock (_one)
        {
            _now += time;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_one)
        {
            Waits.Add(dueTime);
            _now += dueTime > TimeSpan.Zero ? dueTime : TimeSpan.Zero;
        }

        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
