using System.Security.Cryptography.X509Certificates;

namespace QofFhir.Extraction.Access;

/// <summary>How an endpoint lets us in: exactly one of these.</summary>
public abstract record EndpointAccess
{
    private protected EndpointAccess()
    {
    }

    /// <summary>An open server.</summary>
    public static EndpointAccess None { get; } = new Open();

    /// <summary>The token as it stands; none when there is no text.</summary>
    public static EndpointAccess Token(string? text) => string.IsNullOrEmpty(text) ? None : new Bearer(text);

    /// <summary>The kind alone: records print their members, and logs print records.</summary>
    public sealed override string ToString() => GetType().Name;

    public sealed record Open : EndpointAccess;

    /// <summary>A token that somebody gave us; it cannot be renewed.</summary>
    public sealed record Bearer(string Text) : EndpointAccess;

    /// <summary>OAuth 2.0 client credentials with a shared secret, as terminology servers take them.</summary>
    /// <param name="TokenAddress">Where the id and the secret are given for a token.</param>
    public sealed record ClientCredentials(Uri TokenAddress, string Id, string Secret) : EndpointAccess;

    /// <summary>SMART Backend Services: a signed assertion is given for a token that lasts some minutes.</summary>
    /// <param name="Scopes">Asked for; what is not granted is told in the result. Null: reading the types that a practice needs, in the words that the server knows.</param>
    /// <param name="TokenAddress">Null: the server's own <c>.well-known/smart-configuration</c> names it.</param>
    public sealed record Smart(string ClientId, SigningKeys Keys, IReadOnlyList<string>? Scopes = null, Uri? TokenAddress = null) : EndpointAccess;

    /// <summary>Our certificate is shown on connecting, so the client must be made for it: <see cref="SearchExtraction.NewClient"/>.</summary>
    /// <param name="Certificate">With its private key.</param>
    public sealed record MutualTls(X509Certificate2 Certificate) : EndpointAccess;
}
