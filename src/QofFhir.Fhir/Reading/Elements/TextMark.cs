using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace QofFhir.Fhir.Reading.Elements;

/// <summary>Sixteen bytes that stand for a text. They are drawn with a secret of the process, so that nobody can make up two texts of one mark; nothing that is written ever depends on them.</summary>
internal static class TextMark
{
    private static readonly ulong[] Secret = MemoryMarshal.Cast<byte, ulong>(RandomNumberGenerator.GetBytes(48)).ToArray();

    public static UInt128 Of(ReadOnlySpan<byte> text) => Of(text, 0);

    /// <summary>Of two texts one behind the other, with the boundary between them.</summary>
    public static UInt128 Of(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second) => Of(second, Of(first));

    private static UInt128 Of(ReadOnlySpan<byte> text, UInt128 before)
    {
        var (high, low) = (Secret[0] ^ (ulong)(before >> 64), Secret[1] ^ (ulong)before ^ (ulong)text.Length);
        var words = MemoryMarshal.Cast<byte, ulong>(text);
        for (var i = 0; i + 1 < words.Length; i += 2)
        {
            (high, low) = Mixed(high, low, words[i], words[i + 1]);
        }

        var rest = text[(words.Length / 2 * 16)..];
        if (!rest.IsEmpty)
        {
            Span<ulong> last = [0, 0];
            rest.CopyTo(MemoryMarshal.AsBytes(last));
            (high, low) = Mixed(high, low, last[0], last[1]);
        }

        (high, low) = Mixed(high, low, Secret[4], Secret[5]);
        return new UInt128(high, low);
    }

    private static (ulong High, ulong Low) Mixed(ulong high, ulong low, ulong one, ulong two)
    {
        var first = Math.BigMul(one ^ high ^ Secret[2], two ^ low, out var firstLow);
        var second = Math.BigMul(two ^ high, one ^ low ^ Secret[3], out var secondLow);
        return (first ^ secondLow ^ low, second ^ firstLow ^ high);
    }
}
