namespace QofFhir.Fhir.Reading.Input;

/// <summary>The JSON values that are neither strings nor have brackets: numbers, true, false and null.</summary>
internal static class JsonWord
{
    /// <returns>The place behind it; -1 when it is none.</returns>
    public static int End(ReadOnlySpan<byte> line, int at)
    {
        var rest = line[at..];
        return rest.StartsWith("true"u8) || rest.StartsWith("null"u8) ? at + 4
            : rest.StartsWith("false"u8) ? at + 5
            : Number(line, at);
    }

    private static int Number(ReadOnlySpan<byte> line, int at)
    {
        at += Is(line, at, (byte)'-') ? 1 : 0;
        at = Is(line, at, (byte)'0') ? at + 1 : Digits(line, at);
        if (at >= 0 && Is(line, at, (byte)'.'))
        {
            at = Digits(line, at + 1);
        }

        if (at >= 0 && (Is(line, at, (byte)'e') || Is(line, at, (byte)'E')))
        {
            at += Is(line, at + 1, (byte)'+') || Is(line, at + 1, (byte)'-') ? 2 : 1;
            at = Digits(line, at);
        }

        return at;
    }

    private static bool Is(ReadOnlySpan<byte> line, int at, byte sign) => at < line.Length && line[at] == sign;

    /// <returns>The place behind at least one digit; -1 when there is none.</returns>
    private static int Digits(ReadOnlySpan<byte> line, int at)
    {
        var begin = at;
        while (at < line.Length && char.IsAsciiDigit((char)line[at]))
        {
            at++;
        }

        return at > begin ? at : -1;
    }
}
