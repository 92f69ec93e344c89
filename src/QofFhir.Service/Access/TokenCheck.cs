using QofFhir.Service.Practices;

namespace QofFhir.Service.Access;

/// <summary>Checks tokens of the configured issuers, and reads who their client is.</summary>
internal sealed class TokenCheck : IDisposable
{
    private static readonly string[] Kinds = ["at+jwt", "application/at+jwt", "JWT"];
    private static readonly string[] ClientClaims = ["client_id", "azp", "sub"];

    private const int LongestName = 200;

    private readonly HttpClient _http = IssuerKeys.NewClient();
    private readonly Dictionary<string, (IssuerSettings Settings, IssuerKeys Keys)> _issuers;
    private readonly JwtSettings? _jwt;
    private readonly SignedTokens _tokens;

    public TokenCheck(ServicePlan plan, SignedTokens tokens, TimeProvider clock, ILogger<TokenCheck> log)
    {
        (_jwt, _tokens) = (plan.Jwt, tokens);
        _issuers = (plan.Jwt?.Issuers ?? []).ToDictionary(i => i.Issuer, i => (i, new IssuerKeys(i, _http, clock, log)), StringComparer.Ordinal);
    }

    /// <summary>What the token says, or null when it is not valid.</summary>
    public async Task<TokenClaims?> Read(string text, CancellationToken cancellation)
    {
        // Whose it claims to be chooses the keys; that it is so, the signature shows.
        if (SignedTokens.Parse(text) is not { } token || !_issuers.TryGetValue(token.Issuer, out var issuer))
        {
            return null;
        }

        var claims = await _tokens.Claims(token, issuer.Settings.Issuer, issuer.Settings.Audiences, Kinds, issuer.Keys, cancellation);
        return claims is null ? null : Claims(claims, issuer.Settings.Issuer);
    }

    public void Dispose() => _http.Dispose();

    private TokenClaims Claims(IDictionary<string, object> claims, string issuer)
    {
        string[] named = _jwt!.ClientClaim is { } one ? [one] : ClientClaims;
        var client = named.Select(c => claims.TryGetValue(c, out var value) ? value as string : null).FirstOrDefault(c => !string.IsNullOrWhiteSpace(c));
        return new TokenClaims(
            issuer,
            client is { Length: <= LongestName } && !client.Any(char.IsControl) ? client : null,
            [.. Words(claims, "scope"), .. Words(claims, "scp")],
            Words(claims, _jwt.RoleClaim),
            Words(claims, _jwt.OrganisationClaim));
    }

    private static string[] Words(IDictionary<string, object> claims, string name) =>
        claims.TryGetValue(name, out var claim) ? [.. Words(claim).Distinct(StringComparer.Ordinal)] : [];

    private static IEnumerable<string> Words(object claim) =>
        claim is IEnumerable<object> several ? several.SelectMany(Words) : (claim.ToString() ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
