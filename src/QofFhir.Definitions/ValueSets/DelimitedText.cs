using System.Text;

namespace QofFhir.Definitions.ValueSets;

/// <summary>Splits a line of delimited text: quoted fields may hold delimiters and doubled quotes, and end on their line, so a stray quote costs one row.</summary>
internal static class DelimitedText
{
    /// <summary>Null when a quote is opened and not closed.</summary>
    public static string[]? Fields(string line, char delimiter)
    {
        if (!line.Contains('"', StringComparison.Ordinal))
        {
            return line.Split(delimiter);
        }

        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var sign = line[i];
            if (sign == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (sign == '"' && (quoted || field.Length == 0))
            {
                quoted = !quoted;
            }
            else if (sign == delimiter && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(sign);
            }
        }

        fields.Add(field.ToString());
        return quoted ? null : [.. fields];
    }
}
