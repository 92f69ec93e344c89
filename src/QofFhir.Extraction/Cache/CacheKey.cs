using System.Security.Cryptography;
using QofFhir.Extraction.Access;

namespace QofFhir.Extraction.Cache;

/// <summary>The key under which records are kept: 256 bits, written as base64 or as hexadecimal digits.</summary>
public sealed class CacheKey
{
    private const int Size = 32;
    private readonly byte[] _bytes;

    private CacheKey(byte[] bytes) => _bytes = bytes;

    /// <exception cref="ExtractionException">There is no such file or variable, or no key of 256 bits in it.</exception>
    public static CacheKey From(KeySource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var text = source.Text?.Trim() ?? throw new ExtractionException($"the key of the records cache: {source} is not there");
        var bytes = new byte[Size];
        var right = text.Length == 2 * Size && text.All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(text, bytes, out _, out var size) == System.Buffers.OperationStatus.Done
            : Convert.TryFromBase64String(text, bytes, out size);
        return right && size == Size
            ? new CacheKey(bytes)
            : throw new ExtractionException($"the key of the records cache: {source} holds no key of 256 bits (base64 or hexadecimal)");
    }

    public override string ToString() => "a key";

    /// <summary>Each file is sealed under a key of its own, so that no nonce is ever used twice with one key.</summary>
    internal AesGcm Cipher(ReadOnlySpan<byte> salt)
    {
        Span<byte> derived = stackalloc byte[Size];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _bytes, derived, salt, "qoffhir records cache 1"u8);
        var cipher = new AesGcm(derived, CacheFormat.TagSize);
        CryptographicOperations.ZeroMemory(derived);
        return cipher;
    }
}
