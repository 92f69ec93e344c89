using QofFhir.Cli.Output;
using QofFhir.Extraction;
using Spectre.Console;

namespace QofFhir.Cli.Extract;

/// <summary>What came of an extraction, for people.</summary>
internal static class ExtractView
{
    public static void Write(Terminal terminal, ExtractionResult result, ExtractArguments arguments)
    {
        foreach (var missing in result.Missing)
        {
            terminal.Warn($"missing: {missing}");
        }

        foreach (var warning in result.Warnings)
        {
            terminal.Warn(warning);
        }

        var table = new PageTable(new("Type"), new("Resources", Right: true));
        foreach (var (type, count) in result.Counts)
        {
            table.Add(type, new PageCell(Words.Count(count), count == 0 ? "dim" : null));
        }

        table.Write(terminal.Page);
        terminal.Page.WriteLine();
        Names(terminal.Page, "Not as asked", result.NotHonoured);
        terminal.Page.WriteLine(
            $"{Words.Count(result.Counts.Values.Sum(c => (long)c))} resources in {arguments.Out}, by {(result.Mode == ExtractionMode.Bulk ? "Bulk Data" : "search")}.");
        if (result is { Mode: ExtractionMode.Bulk, TransactionTime: { } time })
        {
            terminal.Page.WriteLine($"What changes from now on: --since {time.ToUniversalTime():yyyy-MM-ddTHH:mm:ss.FFFFFFFZ}");
        }

        terminal.Page.MarkupLine(result.Missing.Count == 0
            ? "[green]Complete, as far as the server says.[/]"
            : "[red]Not complete: whatever rests on what is missing cannot be evaluated.[/]");
    }

    private static void Names(IAnsiConsole page, string title, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
        {
            return;
        }

        page.MarkupLine($"[dim]{title}[/]");
        foreach (var text in texts)
        {
            TextWrap.Lines(text, page.Profile.Width - 2).ToList().ForEach(l => page.MarkupLine("  " + Markup.Escape(l)));
        }

        page.WriteLine();
    }
}
