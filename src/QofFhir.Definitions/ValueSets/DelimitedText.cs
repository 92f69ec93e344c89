using System.Text;

namespace QofFhir.Definitions.ValueSets;

/// <summary>Splits a line of delimited text: quoted fields may hold delimiters and doubled quotes, and end on their line, so a stray quote costs one row.</summary>
internal static class DelimitedText
{
    // In place of a delimiter once the quotes are taken off; the text of a line cannot hold it.
    private const char Seam = '\n';

    /// <summary>Where each field of the text ends. Quotes are taken off the text; null when one is opened and not closed.</summary>
    public static int[]? Fields(ref string text, char delimiter)
    {
        if (text.Contains('"', StringComparison.Ordinal))
        {
            if (Unquoted(text, delimiter) is not { } plain)
            {
                return null;
            }

            (text, delimiter) = (plain, Seam);
        }

        return Ends(text, delimiter);
    }

    /// <summary>As <see cref="Fields"/>, whatever its quotes; without the last field, which may be cut off.</summary>
    public static int[] WholeFields(string text, char delimiter) => Ends(text, delimiter)[..^1];

    private static int[] Ends(string text, char delimiter)
    {
        var ends = new int[text.AsSpan().Count(delimiter) + 1];
        var at = -1;
        for (var i = 0; i < ends.Length - 1; i++)
        {
            ends[i] = at = text.IndexOf(delimiter, at + 1);
        }

        ends[^1] = text.Length;
        return ends;
    }

    private static string? Unquoted(string text, char delimiter)
    {
        var plain = new StringBuilder(text.Length);
        var (quoted, start) = (false, true);
        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i];
            if (sign == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"')
            {
                plain.Append('"');
                i++;
            }
            else if (sign == '"' && (quoted || start))
            {
                (quoted, start) = (!quoted, false);
            }
            else
            {
                start = sign == delimiter && !quoted;
                plain.Append(start ? Seam : sign);
            }
        }

        return quoted ? null : plain.ToString();
    }
}
