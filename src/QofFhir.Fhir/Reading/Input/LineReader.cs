namespace QofFhir.Fhir.Reading.Input;

/// <summary>Outlines a resource that stands whole on one line, without a token for what no rule reads.</summary>
/// <remarks>Of what is passed over brackets and strings are checked, numbers, words, commas and colons are not. What is not plainly a resource is left to the scanner, which says what is wrong with it.</remarks>
internal sealed class LineReader(int depth)
{
    /// <summary>One bit a level is kept of what is open.</summary>
    private const int Deepest = 62;

    private readonly LineMarks _marks = new();
    private readonly int _depth = Math.Min(depth, Deepest) - 1;

    /// <summary>Fills the outline with the properties of the object on the line.</summary>
    /// <param name="window">Begins with the line.</param>
    /// <returns>False when the line is something else, or anything is wrong with it; the outline is of no use then.</returns>
    public bool Read(ReadOnlySpan<byte> window, int length, Outline outline)
    {
        var line = window[..length];
        outline.Clear();
        if (line is not [(byte)'{', ..] || !_marks.Read(line))
        {
            return false;
        }

        var at = Space(line, 1);
        if (at < length && line[at] == (byte)'}')
        {
            return Space(line, at + 1) == length;
        }

        while (at < length && line[at] == (byte)'"')
        {
            var name = at + 1;
            var end = _marks.Quote(name);
            var nameLength = end - name;
            at = Space(line, end + 1);
            if (at >= length || line[at] != (byte)':')
            {
                return false;
            }

            var start = Space(line, at + 1);
            if (start >= length)
            {
                return false;
            }

            at = IsPassedOver(line.Slice(name, nameLength)) && line[start] is (byte)'{' or (byte)'[' ? Pass(line, start) : Value(line, start);
            if (at < 0)
            {
                return false;
            }

            if (line[start] != (byte)'n')
            {
                outline.Add(name, nameLength, start, at - start);
            }

            at = Space(line, at);
            if (at < length && line[at] == (byte)'}')
            {
                return Space(line, at + 1) == length;
            }

            if (at >= length || line[at] != (byte)',')
            {
                return false;
            }

            at = Space(line, at + 1);
        }

        return false;
    }

    /// <summary>What no reader of a resource asks for, whatever its type.</summary>
    private static bool IsPassedOver(ReadOnlySpan<byte> name) => name.Length switch
    {
        4 => name.SequenceEqual("text"u8) || name.SequenceEqual("note"u8),
        6 => name.SequenceEqual("method"u8) || name.SequenceEqual("device"u8) || name.SequenceEqual("partOf"u8),
        7 => name.SequenceEqual("basedOn"u8) || name.SequenceEqual("address"u8) || name.SequenceEqual("telecom"u8),
        8 => name.SequenceEqual("category"u8) || name.SequenceEqual("bodySite"u8) || name.SequenceEqual("recorder"u8) || name.SequenceEqual("asserter"u8)
            || name.SequenceEqual("specimen"u8) || name.SequenceEqual("severity"u8) || name.SequenceEqual("location"u8),
        9 => name.SequenceEqual("performer"u8) || name.SequenceEqual("encounter"u8) || name.SequenceEqual("requester"u8),
        11 => name.SequenceEqual("participant"u8),
        14 => name.SequenceEqual("referenceRange"u8) || name.SequenceEqual("interpretation"u8),
        15 => name.SequenceEqual("dispenseRequest"u8),
        17 => name.SequenceEqual("dosageInstruction"u8),
        _ => false,
    };

    /// <summary>The place behind an object or array, by its brackets alone; -1 when they do not match.</summary>
    private int Pass(ReadOnlySpan<byte> line, int at)
    {
        var (open, depth) = (0UL, 0);
        while ((at = _marks.Bracket(at, line.Length)) < line.Length)
        {
            var bracket = line[at++];
            var square = bracket is (byte)'[' or (byte)']' ? 1UL : 0;
            if (bracket is (byte)'{' or (byte)'[')
            {
                (open, depth) = ((open << 1) | square, depth + 1);
                if (depth > _depth)
                {
                    return -1;
                }
            }
            else if ((open & 1) != square)
            {
                return -1;
            }
            else if (--depth == 0)
            {
                return at;
            }
            else
            {
                open >>= 1;
            }
        }

        return -1;
    }

    /// <summary>The place behind a value that is checked whole; -1 when it is not JSON.</summary>
    private int Value(ReadOnlySpan<byte> line, int at)
    {
        var (open, depth, opened) = (0UL, 0, false);
        while (true)
        {
            // Here a value begins, or, just behind an opening bracket, the closing one stands.
            at = Space(line, at);
            if (at >= line.Length)
            {
                return -1;
            }

            var first = line[at];
            if (depth > 0 && (open & 1) == 0 && !(opened && first == (byte)'}'))
            {
                if (first != (byte)'"' || (at = Space(line, _marks.Quote(at + 1) + 1)) >= line.Length || line[at] != (byte)':'
                    || (at = Space(line, at + 1)) >= line.Length)
                {
                    return -1;
                }

                first = line[at];
                opened = false;
            }

            if (first is (byte)'{' or (byte)'[')
            {
                (open, depth, opened, at) = ((open << 1) | (first == (byte)'[' ? 1UL : 0), depth + 1, true, at + 1);
                if (depth > _depth)
                {
                    return -1;
                }

                continue;
            }

            if (!(opened && first is (byte)'}' or (byte)']'))
            {
                at = first == (byte)'"' ? _marks.Quote(at + 1) + 1 : JsonWord.End(line, at);
                if (at < 0)
                {
                    return -1;
                }

                if (depth == 0)
                {
                    return at;
                }
            }

            // Here stands a comma, or brackets close.
            opened = false;
            while (true)
            {
                at = Space(line, at);
                if (at >= line.Length)
                {
                    return -1;
                }

                var sign = line[at++];
                if (sign == (byte)',')
                {
                    break;
                }

                if (sign != ((open & 1) == 0 ? (byte)'}' : (byte)']'))
                {
                    return -1;
                }

                open >>= 1;
                if (--depth == 0)
                {
                    return at;
                }
            }
        }
    }

    private static int Space(ReadOnlySpan<byte> line, int at)
    {
        while (at < line.Length && line[at] is (byte)' ' or (byte)'\t' or (byte)'\r')
        {
            at++;
        }

        return at;
    }
}
