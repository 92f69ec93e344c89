using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace QofFhir.Extraction.Access;

/// <summary>The signed statement that a SMART server takes for our password: who we are, for this address, for some minutes, once.</summary>
internal static class ClientAssertion
{
    // SMART allows five minutes; the rest is for clocks that go wrong.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(4);

    /// <param name="audience">The token address as the server writes it.</param>
    public static string Sign(SigningKey key, string clientId, string audience, DateTimeOffset now) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = clientId,
            Audience = audience,
            Claims = new Dictionary<string, object>
            {
                ["sub"] = clientId,
                ["jti"] = RandomNumberGenerator.GetHexString(32, lowercase: true),
            },
            Expires = (now + Life).UtcDateTime,
            SigningCredentials = key.Credentials,
        });
}
