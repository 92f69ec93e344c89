using System.IO.Compression;

namespace QofFhir.Fhir.Reading.Input;

/// <summary>A gzip member put after the end of compressed input: if its text does not come out, the input was cut short.</summary>
/// <remarks>The platform's gzip stream ends silently when its input ends too early. What comes out once the seal was taken is never handed on: of a stream cut short it is made from the seal's own bytes, and may even look like records.</remarks>
internal static class GzipSeal
{
    private static readonly byte[] Text = " \t\n\t  \n \t\t \n\t \t\n"u8.ToArray();

    public static byte[] Member { get; } = Compress();

    public static int Length => Text.Length;

    public static bool Is(ReadOnlySpan<byte> output) => output.SequenceEqual(Text);

    private static byte[] Compress()
    {
        using var member = new MemoryStream();
        using (var gzip = new GZipStream(member, CompressionLevel.Fastest))
        {
            gzip.Write(Text);
        }

        return member.ToArray();
    }
}
