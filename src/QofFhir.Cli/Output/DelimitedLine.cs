using System.Text;

namespace QofFhir.Cli.Output;

/// <summary>Takes one line of RFC 4180 apart; cells that span lines are not for the small tables that people write by hand.</summary>
internal static class DelimitedLine
{
    /// <returns>The cells without quotes and outer blanks, or null when a quote is not closed.</returns>
    public static IReadOnlyList<string>? Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (quoted && line[i] == '"' && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }

        cells.Add(cell.ToString().Trim());
        return quoted ? null : cells;
    }
}
