using QofFhir.Core.Aggregation;

namespace QofFhir.Core.Improvement.Charts;

/// <summary>What is said beside a chart.</summary>
internal static class ChartNotes
{
    /// <summary>Patients with, and without, what is measured that a month should be expected to have before limits of the binomial distribution hold.</summary>
    private const double LeastExpected = 5;

    public static IReadOnlyList<string> Of(IReadOnlyList<SeriesPoint> series) => [.. All(series)];

    public static IEnumerable<string> Limits(int points)
    {
        if (points < ProgressChart.LeastForLimits)
        {
            yield return $"{points} points: limits from fewer than {ProgressChart.LeastForLimits} are for trial and will move.";
        }
    }

    public static IEnumerable<string> Small(IReadOnlyCollection<SeriesPoint> counted, double centre)
    {
        var few = counted.Count(p => p.Counts!.Value.Denominator * Math.Min(centre, 1 - centre) < LeastExpected);
        if (few > 0 && centre is > 0 and < 1)
        {
            yield return $"In {few} of {counted.Count} months the numbers are too small to say: a few patients more or less would move the share across the chart.";
        }
    }

    /// <summary>A p-chart takes every month for new patients. Where mostly the same ones are counted again, its limits are wide.</summary>
    public static IEnumerable<string> Calm(IReadOnlyList<SeriesPoint> counted)
    {
        if (ChartChoice.Dispersion(counted) is > 0 and < ChartChoice.LeastDispersion)
        {
            yield return "The share moves less than it would if each month counted other patients: the limits are wide, and shift and trend tell more than they do.";
        }
    }

    private static IEnumerable<string> All(IReadOnlyList<SeriesPoint> series)
    {
        Proportion[] counted = [.. series.Select(p => p.Counts).OfType<Proportion>().Where(c => c.Denominator > 0)];
        if (counted.Length == 0)
        {
            yield return "Nothing is counted yet: there is nothing to say.";
        }
        else if (counted.Length < RunChart.Trend)
        {
            yield return $"{counted.Length} {(counted.Length == 1 ? "point is" : "points are")} too few to say anything: the shortest rule asks for {RunChart.Trend}.";
        }
        else if (counted.All(c => Near.Compare(c.Share!.Value, counted[0].Share!.Value) == 0))
        {
            yield return "The share is the same in all months: nothing varies.";
        }

        if (Months(series, p => p.Counts is null) is { Length: > 0 } missing)
        {
            yield return $"Not counted in {missing}: runs and trends are followed from the month before to the month after, moving ranges are not.";
        }

        if (Months(series, p => p.Counts is { Denominator: 0 }) is { Length: > 0 } empty)
        {
            yield return $"Nobody to count in {empty}: that is a gap, not 0 %.";
        }
    }

    private static string Months(IReadOnlyList<SeriesPoint> series, Func<SeriesPoint, bool> which) =>
        string.Join(", ", series.Where(which).Select(p => $"{p.Month:yyyy-MM}"));
}
