using Spectre.Console;

namespace QofFhir.Cli.Output;

/// <summary>A calm table: a dim head, a thin rule, columns two apart, no frame. One column may be elastic: it takes the room that is left and wraps.</summary>
internal sealed class PageTable(params IReadOnlyList<PageColumn> columns)
{
    private const int Gap = 2;
    private readonly List<PageCell[]> _rows = [];

    public void Add(params PageCell[] cells) => _rows.Add(cells);

    /// <summary>A line under the last row, across all columns.</summary>
    public void Note(string text) => _rows.Add([new PageCell(text, "dim")]);

    public void Write(IAnsiConsole console)
    {
        var widths = Widths(console.Profile.Width);
        Line(console, widths, [.. columns.Select(c => new PageCell(c.Title, "dim"))]);
        console.MarkupLine($"[dim]{new string('─', Math.Min(console.Profile.Width, widths.Sum() + (Gap * (widths.Length - 1))))}[/]");
        foreach (var row in _rows)
        {
            if (row.Length == 1 && columns.Count > 1)
            {
                TextWrap.Lines(row[0].Text, console.Profile.Width - Gap).ToList().ForEach(l => console.MarkupLine("  " + row[0].InMarkup(l)));
            }
            else
            {
                Line(console, widths, row);
            }
        }
    }

    private int[] Widths(int total)
    {
        var widths = columns.Select((c, i) => _rows.Where(r => r.Length > 1 || columns.Count == 1)
            .Select(r => r[i].Text.Length).Append(c.Title.Length).Max()).ToArray();
        for (var i = 0; i < widths.Length; i++)
        {
            if (columns[i].Elastic)
            {
                var others = widths.Sum() - widths[i] + (Gap * (widths.Length - 1));
                widths[i] = Math.Min(widths[i], Math.Max(10, total - others));
            }
        }

        return widths;
    }

    private void Line(IAnsiConsole console, int[] widths, PageCell[] cells)
    {
        var parts = cells.Select((c, i) => columns[i].Elastic ? TextWrap.Lines(c.Text, widths[i]) : [c.Text]).ToArray();
        for (var line = 0; line < parts.Max(p => p.Count); line++)
        {
            var drawn = cells.Select((c, i) =>
            {
                var text = line < parts[i].Count ? parts[i][line] : "";
                var room = new string(' ', Math.Max(0, widths[i] - text.Length));
                return columns[i].Right ? room + c.InMarkup(text) : i == cells.Length - 1 ? c.InMarkup(text) : c.InMarkup(text) + room;
            });
            console.MarkupLine(string.Join("  ", drawn).TrimEnd());
        }
    }
}
