namespace QofFhir.Tests.SampleGp;

/// <summary>A clock that goes on when told to. Its timers are those of the system.</summary>
internal sealed class TickingClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void GoOn(TimeSpan time) => _now += time;
}
