using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace QofFhir.Extraction.Access;

/// <summary>Reads private keys from text. What is wrong with a text is told without any of it.</summary>
internal static class KeyText
{
    /// <exception cref="ExtractionException">No private key, a broken one, or one that SMART servers do not take.</exception>
    public static IReadOnlyList<SigningKey> Read(KeySource source)
    {
        var text = source.Text;
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ExtractionException($"keys: {source} is not there or is empty");
        }

        try
        {
            SigningKey[] keys = [.. text.TrimStart().StartsWith('{') ? FromJson(text) : FromPem(text)];
            return keys.Length > 0 ? keys : throw new ExtractionException($"keys: {source} holds no private key");
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException or FormatException or JsonException)
        {
            // The fault itself may quote the text, so it goes no further.
            throw new ExtractionException(
                $"keys: {source} holds a private key that cannot be used; EC on P-384 or RSA of 2048 bits or more is needed, as PEM or JWK, not encrypted");
        }
    }

    private static IEnumerable<SigningKey> FromJson(string text)
    {
        using var document = JsonDocument.Parse(text);
        var keys = document.RootElement.TryGetProperty("keys", out var set) ? [.. set.EnumerateArray()] : new[] { document.RootElement };
        return [.. keys.Select(k => new JsonWebKey(k.GetRawText())).Where(k => k.HasPrivateKey).Select(FromJwk)];
    }

    private static SigningKey FromJwk(JsonWebKey key)
    {
        var id = string.IsNullOrEmpty(key.Kid) ? null : key.Kid;
        return key.Kty switch
        {
            "EC" when key.Crv == "P-384" => new SigningKey(
                ECDsa.Create(new ECParameters
                {
                    Curve = ECCurve.NamedCurves.nistP384,
                    D = Bytes(key.D),
                    Q = new ECPoint { X = Bytes(key.X), Y = Bytes(key.Y) },
                }),
                id),
            "RSA" => new SigningKey(
                RSA.Create(new RSAParameters
                {
                    Modulus = Bytes(key.N),
                    Exponent = Bytes(key.E),
                    D = Bytes(key.D),
                    P = Bytes(key.P),
                    Q = Bytes(key.Q),
                    DP = Bytes(key.DP),
                    DQ = Bytes(key.DQ),
                    InverseQ = Bytes(key.QI),
                }),
                id),
            _ => throw new CryptographicException("neither EC on P-384 nor RSA"),
        };
    }

    private static IEnumerable<SigningKey> FromPem(string text)
    {
        for (var rest = text.AsMemory(); PemEncoding.TryFind(rest.Span, out var block); rest = rest[block.Location.End..])
        {
            var label = rest.Span[block.Label];
            if (label.EndsWith("PRIVATE KEY", StringComparison.Ordinal))
            {
                yield return FromPem(rest.Span[block.Location], rsa: label.StartsWith("RSA", StringComparison.Ordinal) || IsRsa(rest.Span[block.Base64Data]));
            }
        }
    }

    private static SigningKey FromPem(ReadOnlySpan<char> pem, bool rsa)
    {
        if (rsa)
        {
            var numbers = RSA.Create();
            numbers.ImportFromPem(pem);
            return new SigningKey(numbers, null);
        }

        var curve = ECDsa.Create();
        curve.ImportFromPem(pem);
        return new SigningKey(curve, null);
    }

    /// <summary>PKCS #8 names the algorithm inside.</summary>
    private static bool IsRsa(ReadOnlySpan<char> base64)
    {
        var der = Convert.FromBase64String(base64.ToString());
        return der.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01]) is >= 0 and < 40;
    }

    private static byte[] Bytes(string text) => Base64UrlEncoder.DecodeBytes(text);
}
