using System.Buffers;

namespace QofFhir.Extraction.Files;

/// <summary>Cuts a stream at line ends into large blocks, whatever its size, in one buffer.</summary>
internal static class LineBlocks
{
    private const int Size = 128 * 1024;

    /// <summary>Of UTF-8. It has no place in JSON, and some servers put it at the beginning.</summary>
    public static ReadOnlySpan<byte> Mark => "\uFEFF"u8;

    /// <param name="take">Gets whole lines, each with its line end, and may change them; true: the last line had none in the stream.</param>
    /// <exception cref="ExtractionException">A line is longer than allowed.</exception>
    public static async Task Read(string what, Stream stream, int longestLine, Action<Memory<byte>, bool> take, CancellationToken cancellation)
    {
        var (buffer, first) = (ArrayPool<byte>.Shared.Rent(Size), true);
        try
        {
            var held = 0;
            for (int read; (read = await stream.ReadAsync(buffer.AsMemory(held, buffer.Length - held - 1), cancellation)) > 0;)
            {
                var end = buffer.AsSpan(held, read).LastIndexOf((byte)'\n') is var at and >= 0 ? held + at + 1 : 0;
                held += read;
                if (end > 0)
                {
                    Give(end, false);
                    buffer.AsSpan(end, held - end).CopyTo(buffer);
                    held -= end;
                }
                else if (held >= buffer.Length - 1)
                {
                    buffer = Larger(what, buffer, held, longestLine);
                }
            }

            if (held > 0)
            {
                buffer[held] = (byte)'\n';
                Give(held + 1, true);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        void Give(int length, bool unended)
        {
            var block = buffer.AsMemory(0, length);
            take(first && block.Span.StartsWith(Mark) ? block[Mark.Length..] : block, unended);
            first = false;
        }
    }

    private static byte[] Larger(string what, byte[] buffer, int held, int longestLine)
    {
        if (held >= longestLine)
        {
            throw new ExtractionException($"{what}: a line is longer than {longestLine} bytes");
        }

        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, held).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
