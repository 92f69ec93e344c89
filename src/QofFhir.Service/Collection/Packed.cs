using System.Buffers;
using System.IO.Compression;

namespace QofFhir.Service.Collection;

/// <summary>Reports as they are kept: Brotli, because the same words stand in all of them and a nation's are many.</summary>
internal static class Packed
{
    /// <summary>Quick: the words repeat so much that trying harder saves little.</summary>
    private const int Quality = 1;

    /// <summary>2 to the power of it is how far back it looks: a report is shorter.</summary>
    private const int Window = 16;

    public static byte[] Pack(ReadOnlySpan<byte> text)
    {
        var room = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(text.Length));
        if (!BrotliEncoder.TryCompress(text, room, out var length, Quality, Window))
        {
            throw new InvalidOperationException("The longest result does not fit into its own length.");
        }

        var packed = room.AsSpan(0, length).ToArray();
        ArrayPool<byte>.Shared.Return(room);
        return packed;
    }

    public static byte[] Unpack(byte[] packed)
    {
        using var source = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var text = new MemoryStream();
        source.CopyTo(text);
        return text.ToArray();
    }
}
