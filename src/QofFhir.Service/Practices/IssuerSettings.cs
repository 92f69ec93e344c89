namespace QofFhir.Service.Practices;

/// <summary>One that issues tokens for this service. Its keys come from its discovery document, or from a file.</summary>
internal sealed class IssuerSettings
{
    public string Issuer { get; init; } = "";

    /// <summary>A token is taken when it is meant for one of these.</summary>
    public string[] Audiences { get; init; } = [];

    /// <summary>A JSON Web Key Set on disk; null, and no address: OpenID Connect discovery at the issuer.</summary>
    public string? JwksFile { get; init; }

    /// <summary>Where the JSON Web Key Set is fetched, in place of a file.</summary>
    public string? JwksUrl { get; init; }
}
