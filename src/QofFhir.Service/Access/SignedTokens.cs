using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace QofFhir.Service.Access;

/// <summary>Checks of a signed token what has to hold of any: form, kind, signature by a registered key, issuer, audience, times.</summary>
internal sealed class SignedTokens(TimeProvider clock)
{
    /// <summary>By how much clocks may differ.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    /// <summary>Signatures by a key of which we hold the public half alone.</summary>
    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    /// <summary>Any more would not fit into a request's headers.</summary>
    private const int Longest = 16 * 1024;

    /// <summary>Names what has to be understood beyond the standard; we understand none of it, and the library passes over it.</summary>
    private const string Critical = "crit";

    private static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = Longest };

    /// <summary>The token, not yet believed; null when it is none, or one that wants more than we know.</summary>
    public static JsonWebToken? Parse(string text) =>
        text.Length <= Longest && Handler.CanReadToken(text) && Read(text) is { } token && !token.TryGetHeaderValue<object>(Critical, out _) ? token : null;

    /// <summary>What the token says, or null when it does not hold.</summary>
    public async Task<IDictionary<string, object>?> Claims(
        JsonWebToken token, string issuer, IEnumerable<string> audiences, IEnumerable<string> kinds, IssuerKeys keys, CancellationToken cancellation)
    {
        var rules = new TokenValidationParameters
        {
            ValidIssuer = issuer,
            ValidAudiences = audiences,
            IgnoreTrailingSlashWhenValidatingAudience = false,
            ValidAlgorithms = Algorithms,
            ValidTypes = kinds,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            ValidateIssuerSigningKey = true,
            ClockSkew = Skew,
            LifetimeValidator = (from, until, _, rules) => InTime(from, until, rules.ClockSkew),
            IssuerSigningKeys = await keys.For(token.Kid, cancellation),
        };
        var result = await Handler.ValidateTokenAsync(token, rules);
        return result.IsValid ? result.Claims : null;
    }

    private static JsonWebToken? Read(string text)
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

    private bool InTime(DateTime? from, DateTime? until, TimeSpan skew)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return until is { } end && now < end + skew && (from is not { } start || now > start - skew);
    }
}
