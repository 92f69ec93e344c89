namespace QofFhir.Service.Practices;

/// <summary>What an aggregator bears; one client cannot take the place of all.</summary>
internal sealed class LimitSettings
{
    /// <summary>Of one client, over time; of one address, where the client is not known.</summary>
    public int RequestsPerSecond { get; init; } = 500;

    /// <summary>Of one client, at once after a silence.</summary>
    public int Burst { get; init; } = 2000;

    /// <summary>Of one client, at work at a time; four times as many wait, the rest is refused.</summary>
    public int ConcurrentRequests { get; init; } = 64;

    public int BodyMegabytes { get; init; } = 20;

    /// <summary>A body that comes more slowly, after five seconds' grace, is not waited for.</summary>
    public int BodyBytesPerSecond { get; init; } = 240;

    /// <summary>A request whose headers take longer is not waited for.</summary>
    public int HeaderSeconds { get; init; } = 15;

    public int Connections { get; init; } = 5000;

    /// <summary>Objects and lists within each other in what is sent.</summary>
    public int JsonDepth { get; init; } = 64;
}
