using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace QofFhir.Service.Tests.Access;

/// <summary>One that issues tokens, with keys of its own.</summary>
internal sealed class Issuer(string name, string audience = "qoffhir") : IDisposable
{
    public string Name { get; } = name;

    public ECDsa Key { get; private set; } = ECDsa.Create(ECCurve.NamedCurves.nistP384);

    public string KeyName { get; private set; } = "k1";

    /// <summary>From now on signs with a new key.</summary>
    public void Rotate(string keyName) => (Key, KeyName) = (ECDsa.Create(ECCurve.NamedCurves.nistP384), keyName);

    public string KeySet()
    {
        var point = Key.ExportParameters(false).Q;
        return JsonSerializer.Serialize(new
        {
            keys = new[] { new { kty = "EC", crv = "P-384", x = Base64UrlEncoder.Encode(point.X), y = Base64UrlEncoder.Encode(point.Y), kid = KeyName, use = "sig" } },
        });
    }

    public string Token(DateTimeOffset now, string? role, string? organisation, string client = "client-1", Action<SecurityTokenDescriptor>? change = null)
    {
        var claims = new Dictionary<string, object> { ["client_id"] = client };
        if (role is not null)
        {
            claims["qof_role"] = role;
        }

        if (organisation is not null)
        {
            claims["qof_organisation"] = organisation;
        }

        var token = new SecurityTokenDescriptor
        {
            Issuer = Name,
            Audience = audience,
            Expires = now.UtcDateTime.AddMinutes(5),
            Claims = claims,
            SigningCredentials = Signing(Key),
        };
        change?.Invoke(token);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }

    public SigningCredentials Signing(ECDsa key) => new(new ECDsaSecurityKey(key) { KeyId = KeyName }, SecurityAlgorithms.EcdsaSha384);

    public void Dispose() => Key.Dispose();
}
