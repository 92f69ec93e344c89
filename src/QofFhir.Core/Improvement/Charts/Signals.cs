namespace QofFhir.Core.Improvement.Charts;

/// <summary>Makes signals of what the rules find.</summary>
internal static class Signals
{
    public static IEnumerable<Signal> Between(SeriesPoint[] counted, SignalRule rule, IEnumerable<Stretch> stretches, Direction better) =>
        stretches.Select(s => new Signal(rule, counted[s.First].Month, counted[s.Last].Month, s.Count, s.Towards, s.Towards == better));

    /// <summary>The rules that go by limits, then shift and trend.</summary>
    /// <param name="sigma">Of each point; 0 where nothing varies.</param>
    public static IEnumerable<Signal> OfLimits(SeriesPoint[] counted, double centre, double[] sigma, (double Lower, double Upper)[] limits, Direction better)
    {
        double[] shares = [.. counted.Select(p => p.Share!.Value)];
        return Between(counted, SignalRule.OutsideLimits, Outside(shares, limits), better)
            .Concat(Between(counted, SignalRule.Shift, PointRules.Shifts(shares, centre, ShewhartRules.Shift), better))
            .Concat(Between(counted, SignalRule.Trend, PointRules.Trends(shares, ShewhartRules.Trend), better))
            .Concat(Between(counted, SignalRule.TwoOfThree, ShewhartRules.TwoOfThree(shares, centre, sigma), better));
    }

    private static IEnumerable<Stretch> Outside(double[] shares, (double Lower, double Upper)[] limits) =>
        from i in Enumerable.Range(0, shares.Length)
        let sign = Near.Compare(shares[i], limits[i].Upper) > 0 ? 1 : Near.Compare(shares[i], limits[i].Lower) < 0 ? -1 : 0
        where sign != 0
        select new Stretch(sign, i, i, 1);
}
