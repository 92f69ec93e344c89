using QofFhir.Cli.Output;
using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;
using QofFhir.Fhir.Reading;
using Spectre.Console;

namespace QofFhir.Cli.Evaluate;

/// <summary>A result for people, at home in 80 columns: what was evaluated in a table, what was not by its reason, then the points.</summary>
internal static class ResultView
{
    private const string Provisional = "~";
    private const string Recalled = "?";
    private const string Inferred = "*";

    public static void Write(IAnsiConsole page, PracticeResult result, IReadOnlyList<string> warnings)
    {
        var framework = result.Framework;
        page.WriteLine();
        page.MarkupLine($"[bold]{Markup.Escape(framework.Title)}[/]");
        page.MarkupLine($"[dim]{framework.Id}, rules {Markup.Escape(framework.Rules)}, achievement date {Words.LongDay(result.Dates.AchievementDate)}[/]");
        page.MarkupLine(Markup.Escape(
            $"{(result.Practice is { } practice ? $"Practice {practice}" : "Everyone in the input as one practice")}: {Words.Count(result.ListSize)} on the list"));
        foreach (var warning in warnings)
        {
            Indented(page, 0, $"! {warning}", "yellow");
        }

        page.WriteLine();
        var shown = result.Indicators.Where(IsShown).ToList();
        if (shown.Count > 0)
        {
            Table(shown).Write(page);
            Legend(page, shown);
            page.WriteLine();
        }

        Registers(page, result.Registers);
        NotEvaluated(page, result.Indicators.Where(i => !IsShown(i)).ToList());
        if (framework.AnyYear)
        {
            page.MarkupLine($"[bold]{Words.Count(result.Indicators.Sum(i => i.Counts?.Outstanding ?? 0))} outstanding[/] over all measures; {RunFiles.AtRisk} says who and why");
            return;
        }

        page.MarkupLine(Markup.Escape(
            $"{Words.Points(result.PointsEvaluated)} of the framework's {Words.Points(framework.Points)} points evaluated; ")
            + $"[bold]{Words.Points(result.PointsEarned)} earned[/]");
    }

    public static void WriteFooter(IAnsiConsole page, string folder, ReadResult read)
    {
        page.WriteLine();
        var problems = read.Problems.Count == 0 ? "no problems" : $"{Words.Plural(read.Problems.Count, "problem")} (problems.ndjson)";
        page.MarkupLine($"[dim]{Markup.Escape($"Read {Words.Count(read.Counts.In)} resources: {Words.Count(read.Counts.Accepted)} accepted, {Words.Count(read.Counts.Rejected)} rejected; {problems}.")}[/]");
        page.MarkupLine($"[dim]Written to {Markup.Escape(folder)}[/]");
    }

    private static bool IsShown(IndicatorResult result) => result.Counts is not null || result.Attestation is not null;

    private static PageTable Table(List<IndicatorResult> results)
    {
        var grid = new PageTable(
            new("Indicator"), new("Register", Right: true), new("Denom.", Right: true), new("PCA", Right: true),
            new("Num.", Right: true), new("%", Right: true), new("Points", Right: true), new("Evaluability"));
        foreach (var result in results)
        {
            var indicator = result.Indicator;
            var fraction = indicator.Kind == IndicatorKind.Fraction ? result.Counts : null;
            grid.Add(
                new PageCell(indicator.Id, "bold"),
                Number(result.Counts?.Population), Number(fraction?.Denominator), Number(fraction?.Adjustments),
                Number(fraction?.Numerator),
                result.Percentage is { } percentage ? Words.Percent(percentage) : "",
                !indicator.Paid ? new PageCell("no points", "dim") : $"{(result.Points is { } points ? Words.Points(points) : "none")} of {Words.Points(indicator.Points)}{Marks(result)}",
                indicator.Kind == IndicatorKind.Attestation ? new PageCell("attested", "dim") : Evaluability(indicator));
            grid.Note(indicator.Title);
            if (result.Attestation is { } said)
            {
                grid.Note($"declared {Words.Declared(said)} by {said.By}, {Words.LongDay(said.On)}");
            }
        }

        return grid;
    }

    private static PageCell Number(int? count) => count is { } number ? Words.Count(number) : "";

    private static PageCell Evaluability(FrameworkIndicator indicator) =>
        new(indicator.Evaluability.Name, indicator.Evaluability.State == EvaluabilityState.Complete ? null : "yellow");

    /// <summary>Each mark has a place of its own, so that the points stay in line.</summary>
    private static string Marks(IndicatorResult result) => (result.Provisional ? Provisional : " ")
        + (IsRecalled(result.Indicator) ? Recalled : " ") + (HasUnsureRules(result.Indicator) ? Inferred : " ");

    private static bool IsRecalled(FrameworkIndicator indicator) =>
        indicator.Paid && (indicator.PointsCertainty == Certainty.Recalled || indicator.ThresholdCertainty == Certainty.Recalled);

    private static bool HasUnsureRules(FrameworkIndicator indicator) => indicator.RulesCertainty is Certainty.Inferred or Certainty.Recalled;

    private static void Legend(IAnsiConsole page, List<IndicatorResult> results)
    {
        if (results.Any(r => r.Provisional))
        {
            page.MarkupLine($"[dim]{Provisional} provisional: some codes are missing; `qof frameworks show` names them[/]");
        }

        if (results.Any(r => IsRecalled(r.Indicator)))
        {
            page.MarkupLine($"[dim]{Recalled} points or thresholds are recalled, not read in a source[/]");
        }

        if (results.Any(r => HasUnsureRules(r.Indicator)))
        {
            page.MarkupLine($"[dim]{Inferred} some rules are inferred or recalled; `qof frameworks show --rows` says which[/]");
        }
    }

    private static void NotEvaluated(IAnsiConsole page, List<IndicatorResult> results)
    {
        if (results.Count == 0)
        {
            return;
        }

        page.MarkupLine($"[bold]Not evaluated[/]: {Words.Plural(results.Count, "indicator")}, {Words.Points(results.Sum(r => r.Indicator.Points))} points");
        foreach (var group in results.GroupBy(Reason))
        {
            Indented(page, 2, $"{group.Key}: {Words.Points(group.Sum(r => r.Indicator.Points))} points", null);
            Indented(page, 4, string.Join(' ', group.Select(r => r.Indicator.Id)), "dim");
        }

        page.WriteLine();
    }

    private static void Registers(IAnsiConsole page, IReadOnlyList<IndicatorResult> registers)
    {
        if (registers.Count == 0)
        {
            return;
        }

        page.MarkupLine("[bold]Registers[/] kept, not paid");
        Indented(page, 2, string.Join(", ", registers.Select(r => $"{r.Indicator.Id} {(r.Counts is { } counts ? Words.Count(counts.Population) : "not evaluable")}")), null);
        page.WriteLine();
    }

    private static string Reason(IndicatorResult result) => result.Indicator.Kind == IndicatorKind.Attestation
        ? Words.Declared(null) + " (--attestations)"
        : result.Indicator.Evaluability.Reason ?? "not evaluable";

    private static void Indented(IAnsiConsole page, int indent, string text, string? style)
    {
        foreach (var line in TextWrap.Lines(text, page.Profile.Width - indent))
        {
            page.MarkupLine(new string(' ', indent) + new PageCell(line, style).InMarkup(line));
        }
    }
}
