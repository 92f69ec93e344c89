using QofFhir.Cli.Output;
using QofFhir.Definitions;
using Spectre.Console;

namespace QofFhir.Cli.Frameworks;

internal static class FrameworkList
{
    public static void Write(Terminal terminal, IReadOnlyList<FrameworkSummary> frameworks, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Json: JsonText.Write(terminal.Data, Sheet(frameworks).WriteJson); break;
            case OutputFormat.Csv: Sheet(frameworks).WriteCsv(terminal.Data); break;
            default: Page(terminal.Page, frameworks); break;
        }
    }

    private static Sheet Sheet(IReadOnlyList<FrameworkSummary> frameworks)
    {
        var sheet = new Sheet(
            "id", "title", "year_start", "rules", "indicators", "evaluable_indicators", "points", "evaluable_points", "has_mistakes");
        foreach (var f in frameworks)
        {
            sheet.Add(f.Id, f.Title, f.YearStart, f.Rules, f.Indicators, f.Evaluable, f.Points, f.EvaluablePoints, f.HasMistakes);
        }

        return sheet;
    }

    private static void Page(IAnsiConsole page, IReadOnlyList<FrameworkSummary> frameworks)
    {
        var table = new PageTable(
            new("Framework"), new("Title", Elastic: true), new("Indicators", Right: true), new("Points", Right: true),
            new("Evaluable", Right: true));
        foreach (var f in frameworks)
        {
            table.Add(
                new PageCell(f.Id, "bold"), f.Title, Words.Count(f.Indicators), Words.Points(f.Points),
                f.HasMistakes ? new PageCell("has mistakes", "red") : $"{Words.Count(f.Evaluable)} = {Words.Points(f.EvaluablePoints)} points");
        }

        table.Write(page);
    }
}
