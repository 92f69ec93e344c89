using System.Buffers.Binary;
using System.Security.Cryptography;

namespace QofFhir.Extraction.Cache;

/// <summary>
/// The file of the records cache: a beginning (<c>QOFREC1</c>, whether it is sealed, salt), a section of compressed NDJSON for each type,
/// the contents as JSON, and an end (where the contents stand, how many sections, SHA-256 of all before).
/// Sections and contents stand in chunks: length with the last one marked, bytes, and the tag where it is sealed.
/// </summary>
internal static class CacheFormat
{
    public const int SaltSize = 16;
    public const int HeadSize = 8 + SaltSize;
    public const int TailSize = sizeof(long) + sizeof(int) + SHA256.HashSizeInBytes;
    public const int ChunkSize = 64 * 1024;
    public const int TagSize = 16;
    public const int NonceSize = 12;
    public const uint Last = 0x8000_0000;

    public static ReadOnlySpan<byte> Magic => "QOFREC1"u8;

    /// <summary>Says which chunk it is: none can be moved, repeated or left out unnoticed.</summary>
    public static void Nonce(Span<byte> nonce, int section, long chunk, bool last)
    {
        BinaryPrimitives.WriteInt32LittleEndian(nonce, section);
        BinaryPrimitives.WriteInt64LittleEndian(nonce[4..], (chunk << 1) | (last ? 1L : 0));
    }
}
