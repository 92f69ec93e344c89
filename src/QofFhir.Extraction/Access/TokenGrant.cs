namespace QofFhir.Extraction.Access;

/// <summary>How a token is asked for.</summary>
/// <param name="Offers">Scopes to ask for, one after another until the server knows them.</param>
/// <param name="Form">Made anew for each try: an assertion serves once.</param>
internal sealed record TokenGrant(
    Uri Address, IReadOnlyList<ScopeOffer> Offers, Func<ScopeOffer, IEnumerable<KeyValuePair<string, string>>> Form)
{
    public static TokenGrant With(EndpointAccess.ClientCredentials access) => new(access.TokenAddress, [new ScopeOffer([], [])], _ =>
    [
        new("grant_type", "client_credentials"), new("client_id", access.Id), new("client_secret", access.Secret),
    ]);

    /// <exception cref="ExtractionException">The server names no address for tokens, or takes none of our keys.</exception>
    public static TokenGrant With(EndpointAccess.Smart access, SmartConfiguration said, TimeProvider clock)
    {
        var audience = access.TokenAddress?.OriginalString ?? said.TokenEndpoint;
        return !Uri.TryCreate(audience, UriKind.Absolute, out var address)
            ? throw new ExtractionException("SMART configuration: it names no token_endpoint; the address for tokens must be configured")
            : new TokenGrant(address, access.Scopes is { } fixedScopes ? [new(fixedScopes, [])] : ScopeOffer.For(PracticeQueries.Types, said.Scopes), offer =>
            [
                new("grant_type", "client_credentials"),
                new("scope", string.Join(' ', offer.Scopes)),
                new("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
                new("client_assertion", ClientAssertion.Sign(access.Keys.Newest(said.Algorithms), access.ClientId, audience, clock.GetUtcNow())),
            ]);
    }

    /// <summary>Without the form, which holds the secret.</summary>
    public override string ToString() => Address.GetLeftPart(UriPartial.Path);
}
