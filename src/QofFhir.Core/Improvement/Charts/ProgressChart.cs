using QofFhir.Core.Aggregation;

namespace QofFhir.Core.Improvement.Charts;

/// <summary>A measure over time, and what of it is more than chance.</summary>
/// <param name="Better">Which way is better.</param>
/// <param name="Centre">Median of a run chart, share of all counts of a p-chart, mean of an XmR chart; null without points.</param>
/// <param name="Points">Every month, gaps included.</param>
/// <param name="Signals">In the order of the rules, then of time.</param>
/// <param name="Notes">What a reader must know: what is missing, and what is too little to say anything.</param>
public sealed record ProgressChart(
    ChartKind Kind, Direction Better, double? Centre, IReadOnlyList<ChartPoint> Points, IReadOnlyList<Signal> Signals, IReadOnlyList<string> Notes)
{
    /// <summary>Points from which limits are drawn; before, the series is a run chart.</summary>
    public const int LeastForLimits = 12;

    /// <summary>Of a run chart; else null.</summary>
    public RunCount? Runs { get; init; }

    /// <summary>Of an XmR chart, the mean of its moving ranges; else null.</summary>
    public double? MeanRange { get; init; }

    /// <summary>Of an XmR chart, the limit of its moving ranges; else null.</summary>
    public double? RangeLimit { get; init; }

    /// <param name="series">In the order of time, at most one point a month; a month that is left out is a gap.</param>
    /// <param name="kind">Null for the one that suits the series: a run chart for fewer than twelve points; then a p-chart, or XmR where the shares move much more than the binomial distribution makes them, or where denominators are so large that its limits would lie too close.</param>
    /// <param name="better">Higher, unless the measure counts what should not be.</param>
    public static ProgressChart Of(IReadOnlyList<SeriesPoint> series, ChartKind? kind = null, Direction better = Direction.Higher) => (kind ?? ChartChoice.KindFor(series)) switch
    {
        ChartKind.P => PChart.Of(series, better),
        ChartKind.XmR => XmRChart.Of(series, better),
        _ => RunChart.Of(series, better),
    };
}
