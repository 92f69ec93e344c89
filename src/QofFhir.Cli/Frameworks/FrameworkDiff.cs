using QofFhir.Cli.Output;
using QofFhir.Core.Achievement;
using QofFhir.Definitions.Publishing;
using Spectre.Console;

namespace QofFhir.Cli.Frameworks;

internal static class FrameworkDiff
{
    public static void Write(Terminal terminal, Framework from, Framework to, OutputFormat format)
    {
        var changes = FrameworkChanges.Between(from, to);
        switch (format)
        {
            case OutputFormat.Json: JsonText.Write(terminal.Data, Sheet(changes).WriteJson); break;
            case OutputFormat.Csv: Sheet(changes).WriteCsv(terminal.Data); break;
            default: Page(terminal.Page, from, to, changes); break;
        }
    }

    private static Sheet Sheet(IReadOnlyList<FrameworkChange> changes)
    {
        var sheet = new Sheet("indicator", "what", "from", "to");
        foreach (var change in changes)
        {
            sheet.Add(change.Indicator, change.What, change.From, change.To);
        }

        return sheet;
    }

    private static void Page(IAnsiConsole page, Framework from, Framework to, IReadOnlyList<FrameworkChange> changes)
    {
        page.WriteLine();
        page.MarkupLine($"[bold]From {Markup.Escape(from.Title)} to {Markup.Escape(to.Title)}[/]");
        page.MarkupLine($"[dim]rules {Markup.Escape(from.Rules)} to {Markup.Escape(to.Rules)}; {Words.Plural(from.Indicators.Count, "indicator")} and {Words.Points(from.Points)} points to {Words.Plural(to.Indicators.Count, "indicator")} and {Words.Points(to.Points)} points[/]");
        foreach (var indicator in changes.GroupBy(c => c.Indicator))
        {
            page.WriteLine();
            page.MarkupLine($"[bold]{Markup.Escape(indicator.Key)}[/]");
            foreach (var change in indicator)
            {
                Indented(page, $"{change.What}: {(change.From, change.To) switch
                {
                    (null, { } added) => added,
                    ({ } removed, null) => removed,
                    _ => $"{change.From} to {change.To}",
                }}");
            }
        }

        if (changes.Count == 0)
        {
            page.WriteLine("Nothing differs.");
        }
    }

    private static void Indented(IAnsiConsole page, string text)
    {
        foreach (var (line, number) in TextWrap.Lines(text, page.Profile.Width - 4).Select((l, i) => (l, i)))
        {
            page.WriteLine((number == 0 ? "  " : "    ") + line);
        }
    }
}
