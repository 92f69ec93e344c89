using QofFhir.Core.Improvement;
using QofFhir.Core.Improvement.Charts;

namespace QofFhir.Tests.Core.Improvement.Charts;

/// <summary>The rules of Perla, Provost and Murray, The run chart, BMJ Quality and Safety 2011;20:46-51: a shift of six, a trend of five, and too few or too many runs.</summary>
public sealed class RunChartTests
{
    [Theory]
    [InlineData("1 1 1 1 1 9 9 9 9 9", "")]
    [InlineData("1 1 1 1 1 1 9 9 9 9 9 9", "Shift Lower 0-5 6|Shift Higher 6-11 6")]
    [InlineData("1 1 1 5 1 1 1 9 9 5 9 9 9 1 9", "Shift Lower 0-6 6")]
    public void A_shift_takes_six_points_beside_the_median_and_passes_over_those_on_it(string values, string told) =>
        Assert.Equal(told.Split('|', StringSplitOptions.RemoveEmptyEntries), Monthly.Told(RunOf(values)).Where(s => s.StartsWith("Shift", StringComparison.Ordinal)));

    [Theory]
    [InlineData("5 1 2 3 4 1", "")]
    [InlineData("9 1 2 3 4 5 1", "Trend Higher 1-5 5")]
    [InlineData("1 5 4 3 2 1 9", "Trend Lower 1-5 5")]
    [InlineData("9 1 2 3 3 4 5 1", "Trend Higher 1-6 5")]
    [InlineData("9 1 2 3 3 4 1", "")]
    [InlineData("1 2 3 4 5 4 3 2 1", "Trend Higher 0-4 5|Trend Lower 4-8 5")]
    public void A_trend_takes_five_points_and_passes_over_equal_ones(string values, string told) =>
        Assert.Equal(told.Split('|', StringSplitOptions.RemoveEmptyEntries), Monthly.Told(RunOf(values)).Where(s => s.StartsWith("Trend", StringComparison.Ordinal)));

    /// <summary>Swed and Eisenhart, Annals of Mathematical Statistics 1943;14:66-87, tables of 2.5 %: the first value outside on either side is 2 and 10, 4 and 14, 6 and 16, 7 and 19, 10 and 22, 14 and 28.</summary>
    [Theory]
    [InlineData(5, 3, 9)]
    [InlineData(8, 5, 13)]
    [InlineData(10, 7, 15)]
    [InlineData(12, 8, 18)]
    [InlineData(15, 11, 21)]
    [InlineData(20, 15, 27)]
    public void The_limits_of_runs_are_those_of_the_published_tables(int onEachSide, int fewest, int most) =>
        Assert.Equal((fewest, most), RunCount.Limits(onEachSide, onEachSide));

    [Theory]
    [InlineData(5, 5)]
    [InlineData(4, 8)]
    [InlineData(7, 6)]
    [InlineData(9, 5)]
    public void They_are_also_those_of_counting_every_order(int above, int below)
    {
        var orders = Enumerable.Range(0, 1 << (above + below)).Where(o => System.Numerics.BitOperations.PopCount((uint)o) == above)
            .CountBy(o => 1 + Enumerable.Range(1, above + below - 1).Count(i => ((o >> i) & 1) != ((o >> (i - 1)) & 1))).OrderBy(r => r.Key).ToList();
        double all = orders.Sum(r => r.Value);
        var fewest = orders.First(r => orders.Where(o => o.Key <= r.Key).Sum(o => o.Value) / all > 0.025).Key;
        var most = orders.Last(r => orders.Where(o => o.Key >= r.Key).Sum(o => o.Value) / all > 0.025).Key;
        Assert.Equal((fewest, most), RunCount.Limits(above, below));
    }

    /// <summary>Balestracci, An underrated test for run charts, Quality Digest, October 2008: sixteen months with runs of 7, 7, 1 and 1; at least 5 would be expected.</summary>
    [Fact]
    public void Four_runs_among_sixteen_points_are_too_few()
    {
        var chart = RunOf("9 8 9 8 9 8 9 2 1 2 1 2 1 2 9 1");
        Assert.Equal((4, 8, 8, 5), (chart.Runs!.Runs, chart.Runs.Above, chart.Runs.Below, chart.Runs.Fewest));
        Assert.Contains(chart.Signals, s => s is { Rule: SignalRule.TooFewRuns, Towards: null, Improvement: null });
        Assert.DoesNotContain(RunOf("9 8 9 8 9 2 8 2 1 2 1 2 1 2 9 1").Signals, s => s.Rule == SignalRule.TooFewRuns);
    }

    [Fact]
    public void Points_that_jump_to_and_fro_make_too_many_runs()
    {
        Assert.Contains(RunOf("1 9 1 9 1 9 1 9 1 9").Signals, s => s.Rule == SignalRule.TooManyRuns);
        Assert.DoesNotContain(RunOf("1 9 1 9 1 9 1 9 9 1").Signals, s => s.Rule == SignalRule.TooManyRuns);
        Assert.Null(RunOf("1 9 1 9 1 9 1 9 1").Runs!.Fewest);
    }

    [Theory]
    [InlineData(Direction.Higher, true)]
    [InlineData(Direction.Lower, false)]
    public void What_is_an_improvement_follows_from_what_is_better(Direction better, bool improvement) =>
        Assert.Equal(improvement, Assert.Single(ProgressChart.Of(Monthly.Thousandths(900, 100, 200, 300, 400, 500, 100), ChartKind.Run, better).Signals).Improvement);

    [Fact]
    public void No_point_one_point_and_constant_points_are_told_as_such()
    {
        var none = ProgressChart.Of([]);
        Assert.Equal((ChartKind.Run, null, 0), (none.Kind, none.Centre, none.Signals.Count));
        Assert.Equal(["Nothing is counted yet: there is nothing to say."], none.Notes);

        var one = ProgressChart.Of(Monthly.Thousandths(500));
        Assert.Equal((0.5, 0), (one.Centre!.Value, one.Signals.Count));
        Assert.Equal("1 point is too few to say anything: the shortest rule asks for 5.", one.Notes[0]);

        var constant = ProgressChart.Of(Monthly.Of((1, 3), (2, 6), (3, 9), (4, 12), (5, 15), (6, 18), (7, 21), (8, 24)));
        Assert.Empty(constant.Signals);
        Assert.Equal((0, 0, 0), (constant.Runs!.Runs, constant.Runs.Above, constant.Runs.Below));
        Assert.Equal("The share is the same in all months: nothing varies.", constant.Notes[0]);
    }

    [Fact]
    public void A_gap_is_told_and_neither_breaks_nor_lengthens_a_run()
    {
        var chart = ProgressChart.Of(Monthly.Of((9, 10), (1, 10), null, (2, 10), (3, 10), (0, 0), (4, 10), (5, 10), (1, 10)));
        Assert.Equal(["Trend Higher 1-7 5"], Monthly.Told(chart));
        Assert.Equal(
            [
                "Not counted in 2019-03: runs and trends are followed from the month before to the month after, moving ranges are not.",
                "Nobody to count in 2019-06: that is a gap, not 0 %.",
            ],
            chart.Notes.Take(2));
        Assert.Equal([null, 0L], new[] { chart.Points[2], chart.Points[5] }.Select(p => p.Denominator));
        Assert.All(new[] { chart.Points[2], chart.Points[5] }, p => Assert.Null(p.Share));
        Assert.Equal(0.3, chart.Centre!.Value, 12);
    }

    [Fact]
    public void A_plan_gives_a_series_with_its_gaps()
    {
        var plan = SafetyModule.Undeclared with
        {
            Measurements =
            [
                SafetyModule.Counted("m1", "NSAID", 50, 60, new(2019, 9, 30)), SafetyModule.Counted("m2", "NSAID", 45, 60, new(2019, 9, 1)),
                SafetyModule.Counted("m3", "NSAID", 59, 60, new(2019, 11, 1)), SafetyModule.Counted("m4", "LITHIUM", 1, 9, new(2019, 8, 1)),
            ],
        };
        Assert.Equal(
            ["2019-06 40", "2019-07 ", "2019-08 ", "2019-09 50"],
            MonthlySeries.Of(plan, "NSAID", new(2019, 10, 31)).Select(p => $"{p.Month:yyyy-MM} {p.Counts?.Numerator}"));
        Assert.Empty(MonthlySeries.Of(plan, "OTHER", SafetyModule.Today));
    }

    private static ProgressChart RunOf(string values) =>
        ProgressChart.Of(Monthly.Thousandths([.. values.Split(' ').Select(v => (int?)(100 * int.Parse(v, System.Globalization.CultureInfo.InvariantCulture)))]), ChartKind.Run);
}
