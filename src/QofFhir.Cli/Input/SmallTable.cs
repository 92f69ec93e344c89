using QofFhir.Cli.Output;

namespace QofFhir.Cli.Input;

/// <summary>A small CSV file that people write by hand: the first line names the columns, in any order.</summary>
internal static class SmallTable
{
    /// <summary>The lines that have all columns, cells in the order asked for. Mistakes of the others go to <paramref name="mistake"/>, each with its line.</summary>
    public static IEnumerable<(int Line, string[] Cells)> Rows(
        IEnumerable<string> lines, IReadOnlyList<string> columns, Action<int, string> mistake)
    {
        var head = string.Join(',', columns);
        int[]? places = null;
        foreach (var (index, line) in lines.Index().Where(l => !string.IsNullOrWhiteSpace(l.Item)))
        {
            var number = index + 1;
            var cells = DelimitedLine.Cells(line);
            if (cells is null)
            {
                mistake(number, "a quotation mark is not closed");
            }
            else if (places is null)
            {
                places = [.. columns.Select(c => cells.ToList().FindIndex(h => h.Equals(c, StringComparison.OrdinalIgnoreCase)))];
                if (places.Contains(-1))
                {
                    mistake(number, $"the first line names the columns: {head}");
                    yield break;
                }
            }
            else if (cells.Count <= places.Max())
            {
                mistake(number, $"{cells.Count} cells where the columns want {columns.Count}");
            }
            else
            {
                yield return (number, [.. places.Select(p => cells[p])]);
            }
        }

        if (places is null)
        {
            mistake(1, $"empty; the first line names the columns: {head}");
        }
    }
}
