namespace QofFhir.Core.Improvement.Charts;

/// <summary>Limits of three standard deviations of the binomial distribution around the share of all counts, for each point by its own denominator, cut off at 0 and 1.</summary>
internal static class PChart
{
    private const double Limit = 3;

    public static double? CentreOf(IEnumerable<SeriesPoint> counted)
    {
        var (numerator, denominator) = (0L, 0L);
        foreach (var counts in counted.Select(p => p.Counts).OfType<Aggregation.Proportion>())
        {
            (numerator, denominator) = (numerator + counts.Numerator, denominator + counts.Denominator);
        }

        return denominator == 0 ? null : (double)numerator / denominator;
    }

    public static double Deviation(double centre, long denominator) => Math.Sqrt(centre * (1 - centre) / denominator);

    public static ProgressChart Of(IReadOnlyList<SeriesPoint> series, Direction better)
    {
        SeriesPoint[] counted = [.. series.Where(p => p.Share is not null)];
        if (CentreOf(counted) is not { } centre)
        {
            return RunChart.Of(series, better) with { Kind = ChartKind.P };
        }

        double[] sigma = [.. counted.Select(p => Deviation(centre, p.Counts!.Value.Denominator))];
        (double Lower, double Upper)[] limits = [.. sigma.Select(s => (Math.Max(0, centre - (Limit * s)), Math.Min(1, centre + (Limit * s))))];
        var byMonth = counted.Zip(limits).ToDictionary(p => p.First.Month, p => p.Second);
        return new(
            ChartKind.P, better, centre, [.. series.Select(Point)], [.. Signals.OfLimits(counted, centre, sigma, limits, better)],
            [.. ChartNotes.Of(series), .. ChartNotes.Limits(counted.Length), .. ChartNotes.Calm(counted), .. ChartNotes.Small(counted, centre)]);

        ChartPoint Point(SeriesPoint p) => byMonth.TryGetValue(p.Month, out var limit)
            ? new(p.Month, p.Counts?.Numerator, p.Counts?.Denominator, p.Share, limit.Lower, limit.Upper, null)
            : new(p.Month, p.Counts?.Numerator, p.Counts?.Denominator, null, null, null, null);
    }
}
