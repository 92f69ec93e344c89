namespace QofFhir.Service.Tests;

/// <summary>A clock that stands until it is moved; timers are real.</summary>
internal sealed class FakeClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
