using QofFhir.Core.Aggregation;
using QofFhir.Core.Rules;

namespace QofFhir.Tests.Core.Aggregation;

/// <summary>Sums, intervals and spreads, against published examples and slow recounts.</summary>
public sealed class AggregationTests
{
    /// <summary>Newcombe, Statistics in Medicine 1998, table I, method 3.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_intervals_are_those_published(long numerator, long denominator, double lower, double upper)
    {
        var interval = new Proportion(numerator, denominator).Interval!.Value;
        Assert.Equal((lower, upper), (Math.Round(interval.Lower, 4), Math.Round(interval.Upper, 4)));
    }

    [Fact]
    public void Nobody_of_nobody_has_neither_share_nor_interval()
    {
        Assert.Null(new Proportion(0, 0).Share);
        Assert.Null(new Proportion(0, 0).Interval);
        var all = new Proportion(20, 20).Interval!.Value;
        Assert.Equal((0.8389, 1.0), (Math.Round(all.Lower, 4), all.Upper));
    }

    [Fact]
    public void Quantiles_lie_on_the_line_between_two_values()
    {
        Assert.Null(Spread.Of([]));
        var spread = Spread.Of([4, 1, 3, 2])!;
        Assert.Equal((1, 1.75, 2.5, 3.25, 4), (spread.Least, spread.LowerQuartile, spread.Median, spread.UpperQuartile, spread.Greatest));
        Assert.Equal([2, 3, 4, 5, 6, 7, 8, 9, 10], Spread.Of(Enumerable.Range(1, 11).Select(i => (double)i))!.Deciles.Select(d => Math.Round(d, 9)));
        Assert.Equal((7.0, 7.0, 1), (Spread.Of([7])!.Median, Spread.Of([7])!.Deciles[8], Spread.Of([7])!.Count));
    }

    [Theory]
    [InlineData(0.5, 10)]
    [InlineData(0.9, 37)]
    [InlineData(0.02, 400)]
    [InlineData(0.7, 5000)]
    public void Funnel_limits_are_binomial_quantiles(double target, int denominator)
    {
        var limits = FunnelLimits.Of(target, denominator);
        Assert.Equal(Limit(target, denominator, 0.001), limits.Lower998, 9);
        Assert.Equal(Limit(target, denominator, 0.025), limits.Lower95, 9);
        Assert.Equal(Limit(target, denominator, 0.975), limits.Upper95, 9);
        Assert.Equal(Limit(target, denominator, 0.999), limits.Upper998, 9);
    }

    [Fact]
    public void Over_dispersion_draws_the_limits_apart_and_under_dispersion_does_not_draw_them_in()
    {
        var (plain, wide) = (FunnelLimits.Of(0.8, 500), FunnelLimits.Of(0.8, 500, 4));
        Assert.Equal(0.8 - ((0.8 - plain.Lower95) * 2), wide.Lower95, 12);
        Assert.Equal(plain, FunnelLimits.Of(0.8, 500, 0.25));
        Assert.Equal(1, FunnelLimits.Of(0.99, 20, 9).Upper998);
        Assert.Equal(new FunnelLimits(1, 1, 1, 1), FunnelLimits.Of(1, 20));
    }

    [Fact]
    public void Practices_that_differ_by_chance_alone_have_a_dispersion_of_about_one()
    {
        var random = new Random(5);
        var chance = Enumerable.Range(0, 2000).Select(_ => Draw(0.7)).ToArray();
        Assert.InRange(FunnelLimits.Dispersion(chance)!.Value, 0.6, 1.1);
        var more = Enumerable.Range(0, 2000).Select(i => Draw(i % 2 == 0 ? 0.6 : 0.8)).ToArray();
        Assert.True(FunnelLimits.Dispersion(more) > 5);
        Assert.Null(FunnelLimits.Dispersion([new(1, 2)]));
        Assert.Null(FunnelLimits.Dispersion([new(2, 2), new(5, 5)]));
        Assert.Null(FunnelLimits.Dispersion([new(1, 2), new(0, 0)]));

        Proportion Draw(double share) => new(Enumerable.Range(0, 300).Count(_ => random.NextDouble() < share), 300);
    }

    [Fact]
    public void A_choice_of_the_patient_is_no_gap_and_every_other_adjustment_is()
    {
        var counts = new ReportedCounts(1000, 100, 100, 700)
        {
            Reasons = new Dictionary<AdjustmentReason, long> { [AdjustmentReason.PatientChoseNotTo] = 40, [AdjustmentReason.DidNotRespond] = 60 },
        };
        Assert.Equal((900, 800, 160), (counts.GrossDenominator, counts.Denominator, counts.CareGap));
        Assert.Equal(0.875, counts.Achievement.Share);
        Assert.Equal(700.0 / 900, counts.Received.Share);
        Assert.Equal(100.0 / 900, counts.AdjustmentRate.Share);
        Assert.Equal(160.0 / 900, counts.Gap.Share);
    }

    [Fact]
    public void A_whole_is_the_sum_of_its_parts_however_it_is_parted()
    {
        var random = new Random(3);
        for (var round = 0; round < 200; round++)
        {
            var practices = Enumerable.Range(0, random.Next(0, 30)).Select(i => new PracticeReport($"P{i}", Counts(random))).ToArray();
            var names = practices.Select(p => p.Practice).ToHashSet();
            var whole = Rollup.Of(names, practices.OrderBy(_ => random.Next()));
            var parts = practices.GroupBy(_ => random.Next(4)).Select(g => Rollup.Of(g.Select(p => p.Practice).ToHashSet(), practices)).ToArray();
            var sum = ReportedCounts.Sum(parts.Select(p => p.Counts));
            Assert.Equal(
                (whole.Counts.Population, whole.Counts.Exclusions, whole.Counts.Adjusted, whole.Counts.Numerator, whole.Counts.CareGap, whole.Reporting),
                (sum.Population, sum.Exclusions, sum.Adjusted, sum.Numerator, sum.CareGap, parts.Sum(p => p.Reporting)));
            Assert.Equal(practices.Sum(p => p.Counts.Population), whole.Counts.Population);
        }
    }

    [Fact]
    public void Practices_that_did_not_report_are_counted_and_strangers_are_not()
    {
        var rollup = Rollup.Of(new HashSet<string> { "A", "B", "C" }, [new("A", Of(1, 2)), new("B", Of(0, 0)), new("X", Of(50, 50))]);
        Assert.Equal((3, 2, 1, 1), (rollup.Expected, rollup.Reporting, rollup.Counts.Numerator, rollup.Achievements!.Count));
        Assert.Throws<ArgumentException>(() => Rollup.Of(new HashSet<string> { "A" }, [new("A", Of(1, 2)), new("A", Of(1, 2))]));
    }

    private static ReportedCounts Of(long numerator, long denominator) => new(denominator, 0, 0, numerator);

    private static ReportedCounts Counts(Random random)
    {
        var adjustments = Enum.GetValues<AdjustmentReason>().Where(_ => random.Next(2) == 0).ToDictionary(r => r, _ => (long)random.Next(20));
        var (exclusions, numerator) = (random.Next(50), random.Next(500));
        var adjusted = adjustments.Values.Sum();
        return new ReportedCounts(exclusions + numerator + adjusted + random.Next(100), exclusions, adjusted, numerator) { Reasons = adjustments };
    }

    /// <summary>By logarithms of factorials, from nothing upwards.</summary>
    private static double Limit(double target, int denominator, double probability)
    {
        var (before, logFactorials) = (0.0, new double[denominator + 1]);
        for (var i = 1; i <= denominator; i++)
        {
            logFactorials[i] = logFactorials[i - 1] + Math.Log(i);
        }

        for (var count = 0; ; count++)
        {
            var here = before + Math.Exp(
                logFactorials[denominator] - logFactorials[count] - logFactorials[denominator - count]
                + (count * Math.Log(target)) + ((denominator - count) * Math.Log(1 - target)));
            if (here >= probability)
            {
                return (count - ((here - probability) / (here - before))) / denominator;
            }

            before = here;
        }
    }
}
