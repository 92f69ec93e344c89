using Microsoft.Win32.SafeHandles;

namespace QofFhir.SampleGp.Server.Shelves;

/// <summary>Walks the lines of a file and knows where each stands.</summary>
internal static class LineFile
{
    public delegate void OnLine(int number, long offset, ReadOnlySpan<byte> line);

    /// <summary>Calls for each line that is not blank; a missing last line end is no fault.</summary>
    public static void Walk(SafeFileHandle file, OnLine onLine)
    {
        var buffer = new byte[1 << 20];
        var (start, filled, number) = (0L, 0, 0);
        while (true)
        {
            var read = RandomAccess.Read(file, buffer.AsSpan(filled), start + filled);
            filled += read;
            var taken = 0;
            int length;
            while ((length = buffer.AsSpan(taken, filled - taken).IndexOf((byte)'\n')) >= 0)
            {
                Give(++number, start + taken, buffer.AsSpan(taken, length), onLine);
                taken += length + 1;
            }

            if (read == 0)
            {
                Give(++number, start + taken, buffer.AsSpan(taken, filled - taken), onLine);
                return;
            }

            buffer.AsSpan(taken, filled - taken).CopyTo(buffer);
            start += taken;
            filled -= taken;
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }
    }

    private static void Give(int number, long offset, ReadOnlySpan<byte> line, OnLine onLine)
    {
        if (line.ContainsAnyExcept(" \t\r"u8))
        {
            onLine(number, offset, line);
        }
    }
}
