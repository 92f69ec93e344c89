using System.Text;

namespace QofFhir.Definitions.ValueSets;

/// <summary>Splits delimited text as RFC 4180 has it: quoted fields may hold delimiters, line breaks and doubled quotes.</summary>
internal static class DelimitedText
{
    /// <summary>The records with the line on which each begins, from 1; empty lines are left out.</summary>
    /// <param name="unclosed">Told the line of a quote that is never closed; what follows it is lost.</param>
    public static IEnumerable<(int Line, string[] Fields)> Records(string text, char delimiter, Action<int> unclosed)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var (line, start, quote) = (1, 1, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i];
            if (quote > 0)
            {
                if (sign != '"')
                {
                    field.Append(sign);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    field.Append('"');
                    i++;
                }
                else
                {
                    quote = 0;
                }
            }
            else if (sign == '"' && field.Length == 0)
            {
                quote = line;
            }
            else if (sign == delimiter)
            {
                fields.Add(Taken(field));
            }
            else if (sign is '\n')
            {
                if (Ended(fields, field) is { } record)
                {
                    yield return (start, record);
                }

                start = line + 1;
            }
            else if (sign is not '\r')
            {
                field.Append(sign);
            }

            line += sign == '\n' ? 1 : 0;
        }

        if (quote > 0)
        {
            unclosed(quote);
        }
        else if (Ended(fields, field) is { } last)
        {
            yield return (start, last);
        }
    }

    private static string[]? Ended(List<string> fields, StringBuilder field)
    {
        if (fields.Count == 0 && field.Length == 0)
        {
            return null;
        }

        fields.Add(Taken(field));
        string[] record = [.. fields];
        fields.Clear();
        return record;
    }

    private static string Taken(StringBuilder field)
    {
        var taken = field.ToString();
        field.Clear();
        return taken;
    }
}
