namespace QofFhir.Fhir.Reading.Reports;

/// <summary>Numbers of patients of the NHS in England, found by their form.</summary>
public static class NhsNumber
{
    private const int Length = 10;

    /// <summary>Ten digits with a valid check digit, also in groups of three, three and four, that are no part of a longer number or word.</summary>
    /// <param name="text">In UTF-8.</param>
    public static bool StandsIn(ReadOnlySpan<byte> text)
    {
        for (var at = 0; at <= text.Length - Length; at++)
        {
            // Those of England begin so, those for tests with 9.
            if (text[at] is (byte)'4' or (byte)'6' or (byte)'7' or (byte)'9' && !Continues(text, at - 1, at - 2) && Begins(text[at..]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Begins(ReadOnlySpan<byte> text)
    {
        var (digits, sum, at) = (0, 0, 0);
        for (; digits < Length && at < text.Length; at++)
        {
            if (char.IsAsciiDigit((char)text[at]))
            {
                digits++;
                sum += (text[at] - '0') * (digits == Length ? 1 : Length + 1 - digits);
            }
            else if (text[at] is not ((byte)' ' or (byte)'-') || digits is not (3 or 6) || text[at - 1] is (byte)' ' or (byte)'-')
            {
                return false;
            }
        }

        return digits == Length && sum % 11 == 0 && !Continues(text, at, at + 1);
    }

    /// <summary>Whether what stands beside a digit belongs to it: a letter, a digit, or a point or hyphen with a digit behind.</summary>
    private static bool Continues(ReadOnlySpan<byte> text, int beside, int behind)
    {
        var sign = Sign(text, beside);
        return char.IsAsciiLetterOrDigit(sign) || (sign is '.' or '-' && char.IsAsciiDigit(Sign(text, behind)));
    }

    private static char Sign(ReadOnlySpan<byte> text, int at) => at >= 0 && at < text.Length ? (char)text[at] : ' ';
}
