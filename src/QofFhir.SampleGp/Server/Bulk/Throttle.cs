namespace QofFhir.SampleGp.Server.Bulk;

/// <summary>Holds all files of a practice together to so many bytes a second.</summary>
internal sealed class Throttle(TimeProvider clock)
{
    /// <summary>A timer wakes late: what it oversleeps may be made good for so long.</summary>
    private static readonly TimeSpan Credit = TimeSpan.FromMilliseconds(25);

    private readonly Lock _lock = new();
    private DateTimeOffset _free = DateTimeOffset.MinValue;

    /// <summary>Waits until so many more bytes may leave.</summary>
    public async ValueTask Take(int bytes, long? perSecond, CancellationToken cancellation)
    {
        if (perSecond is not > 0)
        {
            return;
        }

        TimeSpan wait;
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            var earliest = now - Credit;
            _free = (_free > earliest ? _free : earliest) + TimeSpan.FromSeconds((double)bytes / perSecond.Value);
            wait = _free - now;
        }

        if (wait > TimeSpan.FromMilliseconds(1))
        {
            await Task.Delay(wait, clock, cancellation);
        }
    }
}
