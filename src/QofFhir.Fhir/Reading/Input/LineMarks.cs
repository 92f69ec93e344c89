using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace QofFhir.Fhir.Reading.Input;

/// <summary>Where the quotation marks of a line stand that open or close a string, and its brackets outside strings: a bit a byte, sixty-four bytes at a time.</summary>
internal sealed class LineMarks
{
    private const int Block = 64;

    private const ulong Even = 0x5555_5555_5555_5555;
    private ulong[] _quotes = new ulong[64];
    private ulong[] _brackets = new ulong[64];

    /// <summary>Marks a line.</summary>
    /// <returns>False when a string of it is broken: not closed, with a control character in it, or with an escape that JSON does not have.</returns>
    public bool Read(ReadOnlySpan<byte> line)
    {
        var blocks = (line.Length + Block - 1) / Block;
        if (_quotes.Length < blocks)
        {
            (_quotes, _brackets) = (new ulong[2 * blocks], new ulong[2 * blocks]);
        }

        Span<byte> last = stackalloc byte[Block];
        ref var start = ref MemoryMarshal.GetReference(line);
        var (escapes, within, controls) = (0UL, 0UL, 0UL);
        for (var block = 0; block < blocks; block++)
        {
            var at = block * Block;
            Vector512<byte> bytes;
            if (at + Block <= line.Length)
            {
                bytes = Vector512.LoadUnsafe(ref start, (nuint)at);
            }
            else
            {
                last.Fill((byte)' ');
                line[at..].CopyTo(last);
                bytes = Vector512.Create<byte>(last);
            }

            var quotes = Vector512.Equals(bytes, Vector512.Create((byte)'"')).ExtractMostSignificantBits();
            var slashes = Vector512.Equals(bytes, Vector512.Create((byte)'\\')).ExtractMostSignificantBits();
            if ((slashes | escapes) != 0)
            {
                var escaped = Escaped(slashes, ref escapes);
                if (!AreEscapes(line, at, escaped))
                {
                    return false;
                }

                quotes &= ~escaped;
            }

            var strings = PrefixXor(quotes) ^ within;
            within = (ulong)((long)strings >> 63);
            controls |= strings & Vector512.LessThan(bytes, Vector512.Create((byte)' ')).ExtractMostSignificantBits();

            // Bit 5 apart, square brackets are braces.
            var braces = bytes | Vector512.Create((byte)0x20);
            _quotes[block] = quotes;
            _brackets[block] = (Vector512.Equals(braces, Vector512.Create((byte)'{')) | Vector512.Equals(braces, Vector512.Create((byte)'}'))).ExtractMostSignificantBits() & ~strings;
        }

        return (within | escapes | controls) == 0;
    }

    /// <summary>The next quotation mark at or after a place that a string was opened before: there is one in a line that was marked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Quote(int from) => Next(_quotes, from);

    /// <summary>The next bracket at or after a place.</summary>
    /// <param name="length">Of the line.</param>
    /// <returns>The line's length when there is none.</returns>
    public int Bracket(int from, int length)
    {
        var block = from / Block;
        if (from >= length)
        {
            return length;
        }

        var bits = _brackets[block] & (ulong.MaxValue << (from % Block));
        while (bits == 0)
        {
            if (++block * Block >= length)
            {
                return length;
            }

            bits = _brackets[block];
        }

        return (block * Block) + BitOperations.TrailingZeroCount(bits);
    }

    private static int Next(ulong[] marks, int from)
    {
        var block = from / Block;
        var bits = marks[block] & (ulong.MaxValue << (from % Block));
        while (bits == 0)
        {
            bits = marks[++block];
        }

        return (block * Block) + BitOperations.TrailingZeroCount(bits);
    }

    /// <summary>Each bit the parity of the bits up to it: from an opening mark up to before the closing one.</summary>
    private static ulong PrefixXor(ulong bits)
    {
        if (Pclmulqdq.IsSupported)
        {
            return Pclmulqdq.CarrylessMultiply(Vector128.CreateScalar(bits), Vector128<ulong>.AllBitsSet, 0).ToScalar();
        }

        for (var shift = 1; shift < Block; shift *= 2)
        {
            bits ^= bits << shift;
        }

        return bits;
    }

    /// <summary>The bytes behind a backslash that is not itself escaped.</summary>
    /// <param name="carry">Whether the block before ended in one; left for the next.</param>
    private static ulong Escaped(ulong slashes, ref ulong carry)
    {
        slashes &= ~carry;
        var follows = (slashes << 1) | carry;
        var odd = slashes & ~Even & ~follows;
        var sum = odd + slashes;
        carry = sum < odd ? 1UL : 0;
        return (Even ^ (sum << 1)) & follows;
    }

    private static bool AreEscapes(ReadOnlySpan<byte> line, int block, ulong escaped)
    {
        for (; escaped != 0; escaped &= escaped - 1)
        {
            var at = block + BitOperations.TrailingZeroCount(escaped);
            if (at >= line.Length || !"\"\\/bfnrtu"u8.Contains(line[at]) || (line[at] == (byte)'u' && !IsHex(line, at + 1)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsHex(ReadOnlySpan<byte> line, int from)
    {
        if (from + 4 > line.Length)
        {
            return false;
        }

        foreach (var digit in line.Slice(from, 4))
        {
            if (!char.IsAsciiHexDigit((char)digit))
            {
                return false;
            }
        }

        return true;
    }
}
