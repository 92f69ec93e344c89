using QofFhir.Service.Practices;

namespace QofFhir.Service.Cds.Clients;

/// <summary>Who calls.</summary>
/// <param name="Name">For telling callers apart.</param>
/// <param name="Client">Null for who holds our own key, and where everybody on this machine may call.</param>
/// <param name="SeesKept">Whether records that we keep may be used for it.</param>
internal sealed record Caller(string Name, CdsClient? Client, bool SeesKept)
{
    public static Caller Anybody { get; } = new("", null, SeesKept: false);

    public static Caller OfKey { get; } = new("access-key", null, SeesKept: true);

    /// <summary>Whether this server may be asked for it.</summary>
    public bool MayRead(Uri server, CdsPlan plan) => ServerAddress.Of(server) is { } address && plan.FhirServers.Contains(address) && SpeaksFor(server);

    /// <summary>False where the client is held to servers of its own and this is none of them.</summary>
    public bool SpeaksFor(Uri server) => Client?.FhirServers is not { } own || (ServerAddress.Of(server) is { } address && own.Contains(address));

    public bool SeesKeptOf(string practice) => SeesKept && (Client?.Practice is not { } own || own.Equals(practice, StringComparison.OrdinalIgnoreCase));
}
