namespace QofFhir.Core.Improvement.Charts;

/// <summary>Which chart suits a series.</summary>
internal static class ChartChoice
{
    /// <summary>Mean of the denominators from which limits of the binomial distribution lie so close that every small change stands out (inferred: published advice names no number).</summary>
    public const double LargeDenominator = 1000;

    /// <summary>How much more shares may move than the binomial distribution makes them (inferred).</summary>
    public const double MostDispersion = 1.5;

    /// <summary>How much less they may move before it is said that the same patients are counted again (inferred).</summary>
    public const double LeastDispersion = 0.5;

    public static ChartKind KindFor(IReadOnlyList<SeriesPoint> series)
    {
        SeriesPoint[] counted = [.. series.Where(p => p.Share is not null)];
        return counted.Length < ProgressChart.LeastForLimits ? ChartKind.Run
            : counted.Average(p => p.Counts!.Value.Denominator) >= LargeDenominator || Dispersion(counted) > MostDispersion ? ChartKind.XmR
            : ChartKind.P;
    }

    /// <summary>Standard deviation of the standardised shares by their mean moving range, about 1 where the binomial distribution is all (Laney, Quality Engineering 2002); null where all or none have what is measured.</summary>
    public static double? Dispersion(IReadOnlyList<SeriesPoint> counted)
    {
        var centre = PChart.CentreOf(counted);
        if (centre is null or <= 0 or >= 1 || counted.Count < 2)
        {
            return null;
        }

        double[] deviates = [.. counted.Select(p => (p.Share!.Value - centre.Value) / PChart.Deviation(centre.Value, p.Counts!.Value.Denominator))];
        return Enumerable.Range(1, deviates.Length - 1).Average(i => Math.Abs(deviates[i] - deviates[i - 1])) / XmRChart.RangeOfTwo;
    }
}
