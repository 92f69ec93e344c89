using QofFhir.Cli.Output;
using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;
using Spectre.Console;

namespace QofFhir.Cli.Frameworks;

internal static class FrameworkDetail
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
        var sheet = new Sheet(
            "indicator", "title", "domain", "group", "kind", "points", "lower", "upper", "points_certainty", "threshold_certainty", "rules_certainty",
            "evaluability", "reason", "source");
        foreach (var i in framework.Indicators)
        {
            sheet.Add(
                i.Id, i.Title, i.Domain, i.Group, Words.Name(i.Kind), i.Points, i.Lower, i.Upper, Words.Name(i.PointsCertainty),
                i.ThresholdCertainty is { } certainty ? Words.Name(certainty) : null,
                i.RulesCertainty is { } rules ? Words.Name(rules) : null, i.Evaluability.Name, i.Evaluability.Reason, i.Source);
        }

        return sheet;
    }

    private static void Page(IAnsiConsole page, Framework framework)
    {
        page.WriteLine();
        page.MarkupLine($"[bold]{Markup.Escape(framework.Title)}[/]");
        page.MarkupLine($"[dim]{framework.Id}, rules {Markup.Escape(framework.Rules)}, year from {Words.LongDay(framework.YearStart)}; {Words.Plural(framework.Indicators.Count, "indicator")}, {Words.Points(framework.Points)} points[/]");
        foreach (var group in framework.Indicators.GroupBy(i => (i.Domain, i.Group)))
        {
            page.WriteLine();
            page.MarkupLine($"[bold]{Markup.Escape(group.Key.Group)}[/]  [dim]{Markup.Escape(group.Key.Domain)}[/]");
            Table(group).Write(page);
        }

        page.WriteLine();
        if (framework.Registers.Count > 0)
        {
            page.WriteLine($"Registers kept and reported, not paid: {string.Join(", ", framework.Registers.Select(r => r.Id))}");
        }

        if (framework.Strata.Count > 0)
        {
            page.WriteLine($"Results can be parted by: {string.Join(", ", framework.Strata.Select(s => s.Rule.Name))} (--strata)");
        }

        page.MarkupLine("[dim]? recalled from memory, not read in a source. Sources: --format csv[/]");
    }

    private static PageTable Table(IEnumerable<FrameworkIndicator> indicators)
    {
        var table = new PageTable(
            new("Indicator"), new("Kind"), new("Points", Right: true), new("Thresholds", Right: true), new("Certainty"),
            new("Evaluability", Elastic: true));
        foreach (var i in indicators)
        {
            table.Add(
                new PageCell(i.Id, "bold"), Words.Name(i.Kind), Words.Points(i.Points) + Mark(i.PointsCertainty),
                i.Lower is { } lower && i.Upper is { } upper
                    ? $"{Words.Points(lower)}-{Words.Points(upper)} %{Mark(i.ThresholdCertainty)}" : "",
                Certainty(i),
                new PageCell(i.Evaluability.Name, i.Evaluability.State == EvaluabilityState.Complete ? "green" : "yellow"));
            table.Note(i.Title);
            if (i.RulesCertainty is Core.Rules.Certainty.Inferred or Core.Rules.Certainty.Recalled)
            {
                table.Note($"some rules are {Words.Name(i.RulesCertainty.Value)}");
            }

            if (i.Evaluability.Reason is { } reason)
            {
                table.Note($"{i.Evaluability.Name}: {reason}");
            }
        }

        return table;
    }

    private static string Mark(Certainty? certainty) => certainty == Core.Rules.Certainty.Recalled ? "?" : " ";

    private static string Certainty(FrameworkIndicator indicator) =>
        indicator.ThresholdCertainty is { } thresholds && thresholds != indicator.PointsCertainty
            ? $"{Words.Name(indicator.PointsCertainty)}, {Words.Name(thresholds)}"
            : Words.Name(indicator.PointsCertainty);
}
