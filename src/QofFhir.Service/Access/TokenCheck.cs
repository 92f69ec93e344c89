using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Access;

/// <summary>Checks tokens of the configured issuer: signature, issuer, audience, times.</summary>
internal sealed class TokenCheck(ServicePlan plan, TimeProvider clock, ILogger<TokenCheck> log)
{
    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];
    private readonly JsonWebTokenHandler _handler = new();
    private readonly ConfigurationManager<OpenIdConnectConfiguration>? _discovery =
        plan.Jwt is { JwksFile: null } jwt
            ? new ConfigurationManager<OpenIdConnectConfiguration>(
                jwt.Issuer.TrimEnd('/') + "/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(),
                new HttpDocumentRetriever { RequireHttps = !new Uri(jwt.Issuer).IsLoopback })
            : null;

    /// <summary>The token's scopes, or null when it is not valid.</summary>
    public async Task<IReadOnlyCollection<string>?> Scopes(string token, CancellationToken cancellation)
    {
        if (plan.Jwt is not { } jwt)
        {
            return null;
        }

        var rules = new TokenValidationParameters
        {
            ValidIssuer = jwt.Issuer,
            ValidAudience = jwt.Audience,
            ValidAlgorithms = Algorithms,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            ValidateIssuerSigningKey = true,
            ClockSkew = TimeSpan.FromMinutes(1),
            LifetimeValidator = (from, until, _, rules) => InTime(from, until, rules.ClockSkew),
        };
        if (_discovery is not null)
        {
            // Asked by the handler: while it does not answer, no token is valid.
            rules.ConfigurationManager = _discovery;
        }
        else
        {
            rules.IssuerSigningKeys = await Keys(jwt.JwksFile!, cancellation);
        }

        var result = await _handler.ValidateTokenAsync(token, rules);
        return result.IsValid
            ? [.. result.Claims.Where(c => c.Key is "scope" or "scp").SelectMany(c => Words(c.Value))]
            : null;
    }

    /// <summary>Read each time: keys are rotated by replacing the file. While it cannot be read, no token is valid.</summary>
    private async Task<IList<SecurityKey>> Keys(string file, CancellationToken cancellation)
    {
        try
        {
            return new JsonWebKeySet(await File.ReadAllTextAsync(file, cancellation)).GetSigningKeys();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            log.LogError("The issuer's keys in {File} cannot be read, so no token is accepted ({Fault})", file, fault.GetType().Name);
            return [];
        }
    }

    private bool InTime(DateTime? from, DateTime? until, TimeSpan skew)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return until is { } end && now < end + skew && (from is not { } start || now > start - skew);
    }

    private static IEnumerable<string> Words(object claim) =>
        claim is IEnumerable<object> several ? several.SelectMany(Words) : (claim.ToString() ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
