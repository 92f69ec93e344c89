using QofFhir.Cli.Output;
using QofFhir.Definitions;
using Spectre.Console;

namespace QofFhir.Cli.Rules;

internal static class RulesReport
{
    public static void Write(Terminal terminal, DefinitionLibrary library, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Json: JsonText.Write(terminal.Data, Sheet(library).WriteJson); break;
            case OutputFormat.Csv: Sheet(library).WriteCsv(terminal.Data); break;
            default: Page(terminal.Page, library); break;
        }
    }

    private static Sheet Sheet(DefinitionLibrary library)
    {
        var sheet = new Sheet("kind", "file", "line", "column", "text");
        library.Mistakes.ToList().ForEach(m => sheet.Add("mistake", m.File, m.Line, m.Column, m.Text));
        library.Notes.ToList().ForEach(n => sheet.Add("note", n.File, n.Line, n.Column, n.Text));
        return sheet;
    }

    private static void Page(IAnsiConsole page, DefinitionLibrary library)
    {
        Lines(page, library.Mistakes, "red");
        if (library.Notes.Count > 0)
        {
            page.MarkupLine("[bold]Notes[/]");
            Lines(page, library.Notes, "dim");
        }

        page.MarkupLine(library.Mistakes.Count == 0
            ? $"[green]No mistakes[/] in {Words.Plural(library.Frameworks.Count, "framework")}, {Words.Plural(library.Notes.Count, "note")}."
            : $"[red]{Words.Plural(library.Mistakes.Count, "mistake")}[/], {Words.Plural(library.Notes.Count, "note")}.");
    }

    /// <summary>The place stands whole at the start of a line, so that editors can jump to it.</summary>
    private static void Lines(IAnsiConsole page, IReadOnlyList<DefinitionMistake> mistakes, string style)
    {
        foreach (var m in mistakes)
        {
            page.MarkupLine($"{Markup.Escape($"{m.File}:{m.Line}:{m.Column}:")}");
            TextWrap.Lines(m.Text, page.Profile.Width - 4).ToList().ForEach(l => page.MarkupLine($"    [{style}]{Markup.Escape(l)}[/]"));
        }
    }
}
