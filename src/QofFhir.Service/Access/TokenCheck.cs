using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Access;

/// <summary>Checks tokens of the configured issuers: signature, kind, issuer, audience, times.</summary>
internal sealed class TokenCheck : IDisposable
{
    /// <summary>Signatures by a key of which we hold the public half alone.</summary>
    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    private static readonly string[] Kinds = ["at+jwt", "application/at+jwt", "JWT"];
    private static readonly string[] ClientClaims = ["client_id", "azp", "sub"];

    /// <summary>Any more would not fit into a request's headers.</summary>
    private const int LongestToken = 16 * 1024;

    private const int LongestName = 200;

    /// <summary>Names what has to be understood beyond the standard; we understand none of it, and the library passes over it.</summary>
    private const string Critical = "crit";

    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = LongestToken };
    private readonly HttpClient _http = IssuerKeys.NewClient();
    private readonly Dictionary<string, (IssuerSettings Settings, IssuerKeys Keys)> _issuers;
    private readonly JwtSettings? _jwt;
    private readonly TimeProvider _clock;

    public TokenCheck(ServicePlan plan, TimeProvider clock, ILogger<TokenCheck> log)
    {
        (_jwt, _clock) = (plan.Jwt, clock);
        _issuers = (plan.Jwt?.Issuers ?? []).ToDictionary(i => i.Issuer, i => (i, new IssuerKeys(i, _http, clock, log)), StringComparer.Ordinal);
    }

    /// <summary>What the token says, or null when it is not valid.</summary>
    public async Task<TokenClaims?> Read(string text, CancellationToken cancellation)
    {
        // Whose it claims to be chooses the keys; that it is so, the signature shows.
        if (text.Length > LongestToken || !_handler.CanReadToken(text)
            || Parsed(text) is not { } token || token.TryGetHeaderValue<object>(Critical, out _) || !_issuers.TryGetValue(token.Issuer, out var issuer))
        {
            return null;
        }

        var rules = new TokenValidationParameters
        {
            ValidIssuer = issuer.Settings.Issuer,
            ValidAudiences = issuer.Settings.Audiences,
            ValidAlgorithms = Algorithms,
            ValidTypes = Kinds,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            ValidateIssuerSigningKey = true,
            ClockSkew = TimeSpan.FromMinutes(1),
            LifetimeValidator = (from, until, _, rules) => InTime(from, until, rules.ClockSkew),
            IssuerSigningKeys = await issuer.Keys.For(token.Kid, cancellation),
        };
        var result = await _handler.ValidateTokenAsync(token, rules);
        return result.IsValid ? Claims(result.Claims, issuer.Settings.Issuer) : null;
    }

    public void Dispose() => _http.Dispose();

    private static JsonWebToken? Parsed(string text)
    {
        try
        {
            return new JsonWebToken(text);
        }
        catch (Exception fault) when (fault is ArgumentException or SecurityTokenException or FormatException)
        {
            return null;
        }
    }

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

    private bool InTime(DateTime? from, DateTime? until, TimeSpan skew)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        return until is { } end && now < end + skew && (from is not { } start || now > start - skew);
    }

    private static string[] Words(IDictionary<string, object> claims, string name) =>
        claims.TryGetValue(name, out var claim) ? [.. Words(claim).Distinct(StringComparer.Ordinal)] : [];

    private static IEnumerable<string> Words(object claim) =>
        claim is IEnumerable<object> several ? several.SelectMany(Words) : (claim.ToString() ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
