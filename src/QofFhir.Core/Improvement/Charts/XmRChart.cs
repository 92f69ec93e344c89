namespace QofFhir.Core.Improvement.Charts;

/// <summary>Individuals and moving ranges: limits of 2.66 mean moving ranges around the mean, and 3.267 of them for the ranges themselves (Wheeler, Understanding Variation). Limits of a share are cut off at 0 and 1.</summary>
/// <remarks>A moving range is taken between months that follow each other: beside a gap it would hold the movement of several months.</remarks>
internal static class XmRChart
{
    /// <summary>What the range of two values comes to on average, in standard deviations.</summary>
    public const double RangeOfTwo = 1.128;

    private const double Limit = 2.66;
    private const double RangeLimit = 3.267;

    public static ProgressChart Of(IReadOnlyList<SeriesPoint> series, Direction better)
    {
        SeriesPoint[] counted = [.. series.Where(p => p.Share is not null)];
        double?[] ranges = [.. series.Select((p, i) => i == 0 || series[i - 1].Month.AddMonths(1) != p.Month ? null : p.Share - series[i - 1].Share is { } step ? Math.Abs(step) : (double?)null)];
        if (counted.Length == 0 || ranges.OfType<double>().DefaultIfEmpty(-1).Average() is not (>= 0 and var mean))
        {
            var plain = RunChart.Of(series, better);
            return plain with { Notes = [.. plain.Notes, "No two months in a row are counted: there are no limits, and the median is shown."] };
        }

        var centre = counted.Average(p => p.Share!.Value);
        var limit = (Lower: Math.Max(0, centre - (Limit * mean)), Upper: Math.Min(1, centre + (Limit * mean)));
        var signals = Signals.OfLimits(
            counted, centre, [.. counted.Select(_ => mean / RangeOfTwo)], [.. counted.Select(_ => limit)], better);
        return new(
            ChartKind.XmR, better, centre,
            [.. series.Zip(ranges, (p, range) => new ChartPoint(p.Month, p.Counts?.Numerator, p.Counts?.Denominator, p.Share, Only(p, limit.Lower), Only(p, limit.Upper), range))],
            [.. signals, .. Jumps(series, ranges, mean, better)],
            [.. ChartNotes.Of(series), .. ChartNotes.Limits(counted.Length)])
        { MeanRange = mean, RangeLimit = RangeLimit * mean };
    }

    private static double? Only(SeriesPoint point, double limit) => point.Share is null ? null : limit;

    private static IEnumerable<Signal> Jumps(IReadOnlyList<SeriesPoint> series, double?[] ranges, double mean, Direction better) =>
        from i in Enumerable.Range(0, ranges.Length)
        where ranges[i] is { } range && Near.Compare(range, RangeLimit * mean) > 0
        let towards = series[i].Share > series[i - 1].Share ? Direction.Higher : Direction.Lower
        select new Signal(SignalRule.MovingRangeOutside, series[i - 1].Month, series[i].Month, 2, towards, towards == better);
}
