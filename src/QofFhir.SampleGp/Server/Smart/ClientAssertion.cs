using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace QofFhir.SampleGp.Server.Smart;

/// <summary>Checks the signed assertion by which a client says who it is.</summary>
internal static class ClientAssertion
{
    private static readonly TimeSpan MostAhead = TimeSpan.FromMinutes(5);
    private static readonly JsonWebTokenHandler Handler = new();

    /// <summary>What is wrong with it in one sentence; null when nothing is.</summary>
    public static async Task<string?> Wrong(string assertion, SampleGpClient client, string audience, AccessTokens tokens, TimeProvider clock)
    {
        if (!Handler.CanReadToken(assertion))
        {
            return "The assertion is no signed JWT.";
        }

        var result = await Handler.ValidateTokenAsync(assertion, Rules(client, audience, clock));
        if (!result.IsValid)
        {
            return $"The assertion is not valid: {result.Exception?.GetType().Name}.";
        }

        var token = (JsonWebToken)result.SecurityToken;
        return token switch
        {
            { Kid: null or "" } => "The assertion names no key.",
            _ when token.Subject != client.Id => "The assertion's subject is not the client.",
            _ when token.Id is null or "" => "The assertion has no jti.",
            _ when !tokens.IsFresh(token.Id, token.ValidTo) => "The assertion was used before.",
            _ => null,
        };
    }

    private static TokenValidationParameters Rules(SampleGpClient client, string audience, TimeProvider clock) => new()
    {
        ValidAlgorithms = [SecurityAlgorithms.RsaSha384, SecurityAlgorithms.EcdsaSha384],
        ValidIssuer = client.Id,
        ValidAudience = audience,
        RequireExpirationTime = true,
        LifetimeValidator = (_, ends, _, _) => ends is { } end && end > clock.GetUtcNow().UtcDateTime && end <= (clock.GetUtcNow() + MostAhead).UtcDateTime,
        IssuerSigningKeyResolver = (_, _, kid, _) => Keys(client).Where(k => k.KeyId == kid && kid is not null),
        TryAllIssuerSigningKeys = false,
    };

    private static IList<SecurityKey> Keys(SampleGpClient client) =>
        new JsonWebKeySet(client.Jwks.TrimStart().StartsWith('{') ? client.Jwks : File.ReadAllText(client.Jwks)).GetSigningKeys();
}
