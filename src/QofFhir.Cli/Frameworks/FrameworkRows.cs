using QofFhir.Cli.Output;
using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;
using QofFhir.Fhir.Writing;
using Spectre.Console;

namespace QofFhir.Cli.Frameworks;

/// <summary>Every row of a framework's indicators and of the registers that decide them, each with its certainty and source.</summary>
internal static class FrameworkRows
{
    public static void Write(Terminal terminal, Framework framework, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Json: JsonText.Write(terminal.Data, Sheet(framework).WriteJson); break;
            case OutputFormat.Csv: Sheet(framework).WriteCsv(terminal.Data); break;
            default: Page(terminal.Page, framework); break;
        }
    }

    private static Sheet Sheet(Framework framework)
    {
        var sheet = new Sheet("indicator", "row", "end", "label", "reason", "condition", "rule", "certainty", "source");
        foreach (var (id, rows) in Tables(framework))
        {
            foreach (var (number, row) in rows.Index())
            {
                sheet.Add(
                    id, number + 1, row.End, row.Label, row.Reason is { } reason ? CodeNames.Of(reason) : null, string.Join("; ", row.Lines),
                    row.Rule, Words.Name(row.Source.Certainty), row.Source.Document);
            }
        }

        return sheet;
    }

    private static void Page(IAnsiConsole page, Framework framework)
    {
        var table = new PageTable(new("Row"), new("Rule"), new("Certainty"), new("Condition", Elastic: true));
        foreach (var (id, rows) in Tables(framework))
        {
            table.Note(id);
            foreach (var row in rows)
            {
                table.Add(
                    new PageCell($"{row.End} {row.Label}".TrimEnd()), row.Rule ?? "",
                    new PageCell(Words.Name(row.Source.Certainty), row.Source.Certainty == Certainty.Found ? null : "yellow"),
                    string.Join("; ", row.Lines));
            }
        }

        table.Write(page);
    }

    private static IEnumerable<(string Id, IReadOnlyList<ShownRow> Rows)> Tables(Framework framework)
    {
        var fractions = framework.Indicators.Where(i => i.Rule is not null)
            .Select(i => framework.Plan.Indicators[i.Rule!.Value]).OfType<IndicatorRule.Fraction>();
        foreach (var rule in fractions)
        {
            yield return (rule.Id, [.. rule.Rows.Select(r => new ShownRow(
                r.End.ToString().ToLowerInvariant(), r.Label, r.Reason, [.. r.Lines.Select(l => l.Text)], r.Rule, r.Source))]);
        }

        foreach (var register in framework.Plan.Registers)
        {
            yield return (register.Name, [.. register.Rows.Select(r => new ShownRow(
                r.Selects ? "select" : "reject", null, null, [r.Line.Text], r.Rule, r.Source))]);
        }
    }

    private sealed record ShownRow(
        string End, string? Label, AdjustmentReason? Reason, IReadOnlyList<string> Lines, string? Rule, RuleSource Source);
}
