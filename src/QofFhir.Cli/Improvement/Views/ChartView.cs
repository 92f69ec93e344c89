using System.Globalization;
using QofFhir.Cli.Improvement.Told;
using QofFhir.Cli.Output;
using QofFhir.Core.Improvement;
using QofFhir.Core.Improvement.Charts;
using Spectre.Console;

namespace QofFhir.Cli.Improvement.Views;

/// <summary>A chart of months as a table that ends with a bar a month; the bar marks the centre.</summary>
internal static class ChartView
{
    /// <summary>Signs of a bar: one for every four per cent.</summary>
    private const int Full = 25;

    public static void Write(IAnsiConsole page, ChartTold chart)
    {
        page.MarkupLine($"[bold]{Markup.Escape(chart.Measure)}[/]: {Name(chart.Kind)}{(chart.Centre is { } centre ? $", {Centre(chart.Kind)} {ProgressCell.Share(centre)}" : "")}");
        var table = new PageTable(new("Month"), new("Counted", Right: true), new("Share", Right: true), new("Limits", Right: true), new("0 to 100 %"));
        foreach (var point in chart.Points)
        {
            table.Add(Month(point.Month), Counted(point), point.Share is { } share ? ProgressCell.Share(share) : "", Limits(point), Bar(point.Share, chart.Centre));
        }

        foreach (var line in chart.Signals.Select(Sentence).Concat(chart.Notes))
        {
            table.Note(line);
        }

        table.Write(page);
    }

    private static string Counted(PointTold point) => point is { Numerator: { } numerator, Denominator: { } denominator }
        ? $"{Words.Count(numerator)} of {Words.Count(denominator)}"
        : "not counted";

    private static string Limits(PointTold point) => point is { Lower: { } lower, Upper: { } upper }
        ? string.Create(CultureInfo.InvariantCulture, $"{lower * 100:0.0} to {upper * 100:0.0}")
        : "";

    private static string Bar(double? share, double? centre)
    {
        var bar = new string('█', At(share ?? 0)).PadRight(Full, '·').ToCharArray();
        if (centre is { } middle)
        {
            bar[Math.Clamp(At(middle), 1, Full) - 1] = '|';
        }

        return new string(bar);
    }

    private static int At(double share) => (int)Math.Clamp(Math.Round(share * Full), 0, Full);

    private static string Sentence(SignalTold signal)
    {
        var way = signal.Towards switch { Direction.Higher => ", upwards", Direction.Lower => ", downwards", _ => "" };
        var worth = signal.Improvement switch { true => ": better", false => ": worse", _ => "" };
        return $"More than chance: {Name(signal.Rule)}, {Month(signal.First)} to {Month(signal.Last)}{way}{worth}.";
    }

    private static string Month(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string Name(ChartKind kind) => kind switch { ChartKind.Run => "run chart", ChartKind.P => "p-chart", _ => "XmR chart" };

    private static string Centre(ChartKind kind) => kind switch { ChartKind.Run => "median", ChartKind.P => "share of all counts", _ => "mean" };

    private static string Name(SignalRule rule) => rule switch
    {
        SignalRule.OutsideLimits => "a point outside the limits",
        SignalRule.MovingRangeOutside => "a jump between months beyond its limit",
        SignalRule.Shift => "a shift to one side of the centre",
        SignalRule.Trend => "a trend",
        SignalRule.TwoOfThree => "two of three points far from the centre",
        SignalRule.TooFewRuns => "too few runs around the median",
        _ => "too many runs around the median",
    };
}
