using QofFhir.Core.Aggregation;
using QofFhir.Core.Improvement;
using QofFhir.Core.Improvement.Charts;

namespace QofFhir.Tests.Core.Improvement.Charts;

/// <summary>Charts with limits, against published examples.</summary>
public sealed class LimitChartTests
{
    /// <summary>NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2, ten flow rates: mean 50.81, mean moving range 1.8778, limits 45.8159 and 55.8041 (with 3/1.128 for 2.66). Here in hundredths.</summary>
    [Fact]
    public void XmR_limits_are_those_of_the_handbook()
    {
        var chart = ProgressChart.Of(Monthly.Thousandths(496, 476, 499, 513, 478, 512, 526, 524, 536, 521), ChartKind.XmR);
        Assert.Equal(0.5081, chart.Centre!.Value, 6);
        Assert.Equal(0.018778, chart.MeanRange!.Value, 6);
        Assert.Equal(0.018778 * 3.267, chart.RangeLimit!.Value, 5);
        Assert.All(chart.Points, p => Assert.Equal((0.4582, 0.5580), (Math.Round(p.Lower!.Value, 4), Math.Round(p.Upper!.Value, 4))));
        Assert.Empty(chart.Signals);
        Assert.Equal("10 points: limits from fewer than 12 are for trial and will move.", Assert.Single(chart.Notes));
        Assert.Null(chart.Points[0].MovingRange);
        Assert.Equal(0.020, chart.Points[1].MovingRange!.Value, 6);
    }

    /// <summary>NIST/SEMATECH e-Handbook, 6.3.3.2, misregistered chips on 30 wafers of 50: centre 0.2313, limits 0.0524 and 0.4102; wafers 15 and 23 lie outside.</summary>
    [Fact]
    public void P_limits_are_those_of_the_handbook()
    {
        var chart = ProgressChart.Of(Monthly.Of(50, 12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6), ChartKind.P);
        Assert.Equal(0.2313, chart.Centre!.Value, 4);
        Assert.All(chart.Points, p => Assert.Equal((0.0524, 0.4102), (Math.Round(p.Lower!.Value, 4), Math.Round(p.Upper!.Value, 4))));
        Assert.Equal(["OutsideLimits Higher 14-14 1", "OutsideLimits Higher 22-22 1"], Monthly.Told(chart).Where(s => s.StartsWith("Outside", StringComparison.Ordinal)));
    }

    /// <summary>An Introduction to Business Statistics, example 16.6: ten samples of 200, centre 0.16, limits 0.0822 and 0.2378, all within.</summary>
    [Fact]
    public void P_limits_are_those_of_the_textbook()
    {
        var chart = ProgressChart.Of(Monthly.Of(200, 40, 44, 22, 34, 24, 32, 28, 32, 34, 30), ChartKind.P);
        Assert.Equal((0.16, 0.0822, 0.2378), (Math.Round(chart.Centre!.Value, 4), Math.Round(chart.Points[0].Lower!.Value, 4), Math.Round(chart.Points[0].Upper!.Value, 4)));
        Assert.Empty(chart.Signals);
    }

    /// <summary>Simon, Calculating a P control chart, 2007 (pmean.com), 24 hearing tests of 50 words: mean 0.3275, nothing outside, no two of three beyond the warning limits, no eight on one side.</summary>
    [Fact]
    public void A_published_chart_in_control_has_no_signal()
    {
        var chart = ProgressChart.Of(Monthly.Of(50, 14, 12, 16, 15, 17, 15, 18, 16, 24, 16, 16, 19, 16, 20, 14, 24, 17, 14, 20, 9, 10, 13, 18, 20), ChartKind.P);
        Assert.Equal(0.3275, chart.Centre!.Value, 4);
        Assert.Empty(chart.Signals);
    }

    [Fact]
    public void P_limits_follow_each_denominator_and_stop_at_nothing_and_all()
    {
        var chart = ProgressChart.Of(Monthly.Of((90, 100), (9, 10), (900, 1000), (0, 0), null), ChartKind.P);
        Assert.Equal(0.9, chart.Centre!.Value, 12);
        Assert.Equal([0.81, 0.6154, 0.8715], chart.Points.Take(3).Select(p => Math.Round(p.Lower!.Value, 4)));
        Assert.Equal([0.99, 1, 0.9285], chart.Points.Take(3).Select(p => Math.Round(p.Upper!.Value, 4)));
        Assert.All(chart.Points.Skip(3), p => Assert.Equal((null, null, null), (p.Share, p.Lower, p.Upper)));
    }

    [Theory]
    [InlineData("400 500 600 600 600 600 600 600 400 400", "")]
    [InlineData("400 400 500 600 600 600 600 600 600 600 400 300", "Shift Higher 3-9 7")]
    public void A_shift_takes_seven_points(string values, string told) => Rule("Shift", values, told);

    [Theory]
    [InlineData("500 300 400 500 600 700 500", "")]
    [InlineData("500 300 400 500 600 700 800 500", "Trend Higher 1-6 6")]
    [InlineData("500 800 700 600 600 500 400 300 500", "Trend Lower 1-7 6")]
    public void A_trend_takes_six_points_and_passes_over_equal_ones(string values, string told) => Rule("Trend", values, told);

    /// <summary>With 1,000 patients a month and 0.1 on average two standard deviations are 0.01897: 119 of 1,000 are beyond, 118 are not.</summary>
    [Theory]
    [InlineData("90 120 105 119 90", "TwoOfThree Higher 1-3 3")]
    [InlineData("90 120 95 119 90", "")]
    [InlineData("90 120 105 118 90", "")]
    [InlineData("81 81 95 81 120", "TwoOfThree Lower 0-3 4")]
    [InlineData("120 82 81 95 120", "")]
    public void Two_of_three_lie_beyond_two_deviations_with_the_third_on_the_same_side(string values, string told)
    {
        int[] first = [.. values.Split(' ').Select(v => int.Parse(v, System.Globalization.CultureInfo.InvariantCulture))];

        // Seven more points bring the average to 100 and stay near it.
        var rest = 1200 - first.Sum();
        var chart = ProgressChart.Of(Monthly.Of(1000, [.. first, .. Enumerable.Range(0, 7).Select(i => (rest + i) / 7)]), ChartKind.P);
        Assert.Equal(0.1, chart.Centre!.Value, 9);
        Assert.Equal(told.Split('|', StringSplitOptions.RemoveEmptyEntries), Monthly.Told(chart).Where(s => s.StartsWith("TwoOf", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_moving_range_is_not_taken_across_a_gap()
    {
        var chart = ProgressChart.Of(Monthly.Thousandths(500, 510, null, 900, 910), ChartKind.XmR);
        Assert.Equal([null, 0.01, null, null, 0.01], chart.Points.Select(p => p.MovingRange is { } r ? Math.Round(r, 6) : (double?)null));
        Assert.Equal(0.01, chart.MeanRange!.Value, 9);
        Assert.Contains("Not counted in 2019-03", chart.Notes[1], StringComparison.Ordinal);

        var apart = ProgressChart.Of(Monthly.Thousandths(500, null, 510, null, 520), ChartKind.XmR);
        Assert.Equal(ChartKind.Run, apart.Kind);
        Assert.Contains("No two months in a row are counted: there are no limits, and the median is shown.", apart.Notes);
        Assert.Equal(["MovingRangeOutside Higher 7-8 2"], Monthly.Told(ProgressChart.Of(Monthly.Thousandths(500, 501, 500, 501, 500, 501, 500, 501, 530, 500, 501, 500), ChartKind.XmR)).Where(s => s.StartsWith("Moving", StringComparison.Ordinal)).Take(1));
    }

    [Fact]
    public void A_month_that_is_not_in_the_series_is_a_gap_too()
    {
        var series = Monthly.Thousandths(500, 510, 700, 900, 910);
        Assert.Equal([null, 0.01, null, 0.01], ProgressChart.Of([.. series.Where((_, i) => i != 2)], ChartKind.XmR).Points.Select(p => p.MovingRange is { } r ? Math.Round(r, 6) : (double?)null));
    }

    [Theory]
    [InlineData(ChartKind.Run)]
    [InlineData(ChartKind.P)]
    [InlineData(ChartKind.XmR)]
    public void What_rounding_leaves_between_a_mean_and_its_equal_points_is_no_signal(ChartKind kind)
    {
        foreach (var of in new[] { 3, 7, 10, 49 })
        {
            for (var points = 7; points <= 30; points++)
            {
                Assert.Empty(ProgressChart.Of(Monthly.Of([.. Enumerable.Range(1, points).Select(i => ((long, long)?)(i, i * of))]), kind).Signals);
            }
        }
    }

    [Theory]
    [InlineData(ChartKind.P)]
    [InlineData(ChartKind.XmR)]
    public void Constant_single_and_missing_points_break_nothing(ChartKind kind)
    {
        var constant = ProgressChart.Of(Monthly.Of([.. Enumerable.Repeat(((long, long)?)(0, 40), 14)]), kind);
        Assert.Equal((kind, 0.0, 0), (constant.Kind, constant.Centre!.Value, constant.Signals.Count));
        Assert.All(constant.Points, p => Assert.Equal((0, 0), (p.Lower, p.Upper)));
        Assert.Equal("The share is the same in all months: nothing varies.", Assert.Single(constant.Notes));
        var thirds = ProgressChart.Of(Monthly.Of([.. Enumerable.Range(1, 14).Select(i => ((long, long)?)(i, 3 * i))]), kind);
        Assert.Empty(thirds.Signals);

        Assert.Empty(ProgressChart.Of(Monthly.Thousandths(500), kind).Signals);
        Assert.Empty(ProgressChart.Of([], kind).Signals);
        Assert.Null(ProgressChart.Of(Monthly.Of((0, 0), null), kind).Centre);
    }

    [Fact]
    public void The_chart_that_suits_follows_from_points_denominators_and_how_much_they_move()
    {
        int[] calm = [50, 52, 48, 51, 49, 53, 47, 50, 52, 48, 51];
        Assert.Equal(ChartKind.Run, ProgressChart.Of(Monthly.Of(100, calm)).Kind);
        Assert.Equal(ChartKind.P, ProgressChart.Of(Monthly.Of(100, [.. calm, 49])).Kind);
        Assert.Equal(ChartKind.Run, ProgressChart.Of([.. Monthly.Of(100, calm), new(new(2020, 1, 1), null)]).Kind);
        Assert.Equal(ChartKind.XmR, ProgressChart.Of(Monthly.Of(100, 50, 80, 20, 70, 30, 90, 10, 60, 50, 80, 20, 70)).Kind);
        Assert.Equal(ChartKind.P, ProgressChart.Of(Monthly.Of(999, [.. calm, 49])).Kind);
        Assert.Equal(ChartKind.XmR, ProgressChart.Of(Monthly.Of(1000, [.. calm, 49])).Kind);
    }

    [Fact]
    public void Small_numbers_are_told()
    {
        var small = ProgressChart.Of(Monthly.Of(9, [.. Enumerable.Range(0, 12).Select(i => 4 + (i % 2))]));
        Assert.Equal(ChartKind.P, small.Kind);
        Assert.StartsWith("In 12 of 12 months the numbers are too small to say", small.Notes[^1], StringComparison.Ordinal);
        Assert.Empty(ProgressChart.Of(Monthly.Of(10, [.. Enumerable.Range(0, 12).Select(i => 4 + (2 * (i % 2)))])).Notes);
    }

    [Fact]
    public void Where_the_same_patients_are_counted_again_the_wide_limits_are_told()
    {
        var same = ProgressChart.Of(Monthly.Of(60, 40, 40, 41, 41, 42, 42, 41, 41, 42, 43, 43, 44));
        Assert.Equal(ChartKind.P, same.Kind);
        Assert.StartsWith("The share moves less than it would", Assert.Single(same.Notes), StringComparison.Ordinal);
        Assert.Empty(ProgressChart.Of(Monthly.Of(60, 40, 45, 38, 41, 47, 42, 36, 41, 46, 40, 43, 38)).Notes);
    }

    /// <summary>Each rule again, in the plainest words, over random series.</summary>
    [Fact]
    public void Every_signal_is_one_that_a_plain_recount_finds()
    {
        var found = 0;
        for (var seed = 1; seed <= 600; seed++)
        {
            var random = new Random(seed);
            var series = Monthly.Of([.. Enumerable.Range(0, random.Next(1, 30)).Select(i => random.Next(12) == 0 ? null : ((long, long)?)(random.Next(0, 20) + (i > 12 ? random.Next(0, 12) : 0), 40))]);
            var chart = ProgressChart.Of(series, ChartKind.P);
            ChartPoint[] points = [.. chart.Points.Where(p => p.Share is not null)];
            if (points.Length == 0)
            {
                continue;
            }

            var centre = points.Sum(p => p.Numerator!.Value) / (double)points.Sum(p => p.Denominator!.Value);
            Assert.Equal(points.Where(p => Math.Abs(p.Share!.Value - centre) > (3 * Math.Sqrt(centre * (1 - centre) / 40)) + 1e-9).Select(p => p.Month), Months(SignalRule.OutsideLimits));
            ChartPoint[] beside = [.. points.Where(p => Math.Abs(p.Share!.Value - centre) > 1e-9)];
            Assert.Equal(Runs(beside, (a, b) => a.Share > centre == b.Share > centre).Where(r => r.Count >= 7).Select(r => r[0].Month), Months(SignalRule.Shift));
            found += chart.Signals.Count;

            IEnumerable<DateOnly> Months(SignalRule rule) => chart.Signals.Where(s => s.Rule == rule).Select(s => s.First);
        }

        Assert.True(found > 200, $"only {found} signals");
    }

    private static List<List<ChartPoint>> Runs(ChartPoint[] points, Func<ChartPoint, ChartPoint, bool> together)
    {
        var runs = new List<List<ChartPoint>>();
        foreach (var point in points)
        {
            if (runs.Count == 0 || !together(runs[^1][^1], point))
            {
                runs.Add([]);
            }

            runs[^1].Add(point);
        }

        return runs;
    }

    private static void Rule(string rule, string values, string told)
    {
        var chart = ProgressChart.Of(Monthly.Thousandths([.. values.Split(' ').Select(v => (int?)int.Parse(v, System.Globalization.CultureInfo.InvariantCulture))]), ChartKind.XmR);
        Assert.Equal(told.Split('|', StringSplitOptions.RemoveEmptyEntries), Monthly.Told(chart).Where(s => s.StartsWith(rule, StringComparison.Ordinal)));
    }
}
