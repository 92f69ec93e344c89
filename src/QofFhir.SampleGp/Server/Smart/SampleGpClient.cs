namespace QofFhir.SampleGp.Server.Smart;

/// <summary>A registered client of SMART Backend Services.</summary>
/// <param name="Id">The client id: issuer and subject of its assertions.</param>
/// <param name="Jwks">Its public keys: JSON text, or the path of a file that is read at each request for a token.</param>
public sealed record SampleGpClient(string Id, string Jwks)
{
    /// <summary>The scopes that it may have; a request is narrowed to them.</summary>
    public string Scopes { get; init; } = "system/*.rs";

    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromMinutes(5);
}
