using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace QofFhir.Extraction.Access;

/// <summary>A private key that SMART servers take: EC on P-384 for ES384, RSA of 2048 bits or more for RS384.</summary>
internal sealed class SigningKey
{
    private readonly AsymmetricSecurityKey _key;

    /// <param name="id">Null: the key's thumbprint.</param>
    public SigningKey(ECDsa key, string? id)
        : this(new ECDsaSecurityKey(key), SecurityAlgorithms.EcdsaSha384, id) =>
        Check(key.KeySize == 384, "an EC key is on another curve than P-384");

    public SigningKey(RSA key, string? id)
        : this(new RsaSecurityKey(key), SecurityAlgorithms.RsaSha384, id) =>
        Check(key.KeySize >= 2048, "an RSA key is shorter than 2048 bits");

    private SigningKey(AsymmetricSecurityKey key, string algorithm, string? id)
    {
        (_key, Algorithm) = (key, algorithm);
        Id = id ?? Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        _key.KeyId = Id;
    }

    public string Id { get; }

    public string Algorithm { get; }

    /// <summary>Not cached by the library: the key goes away with its use.</summary>
    public SigningCredentials Credentials => new(_key, Algorithm)
    {
        CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
    };

    /// <summary>The public members and no other.</summary>
    public void WritePublic(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("kid", Id);
        json.WriteString("use", "sig");
        json.WriteString("alg", Algorithm);
        if (_key is ECDsaSecurityKey { ECDsa: var curve })
        {
            var point = curve.ExportParameters(includePrivateParameters: false).Q;
            json.WriteString("kty", "EC");
            json.WriteString("crv", "P-384");
            json.WriteString("x", Base64UrlEncoder.Encode(point.X));
            json.WriteString("y", Base64UrlEncoder.Encode(point.Y));
        }
        else
        {
            var numbers = ((RsaSecurityKey)_key).Rsa.ExportParameters(includePrivateParameters: false);
            json.WriteString("kty", "RSA");
            json.WriteString("n", Base64UrlEncoder.Encode(numbers.Modulus));
            json.WriteString("e", Base64UrlEncoder.Encode(numbers.Exponent));
        }

        json.WriteEndObject();
    }

    private static void Check(bool fits, string fault)
    {
        if (!fits)
        {
            throw new CryptographicException(fault);
        }
    }
}
