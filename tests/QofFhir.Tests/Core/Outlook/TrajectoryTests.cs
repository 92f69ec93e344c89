using QofFhir.Core.Aggregation;
using QofFhir.Core.Improvement.Charts;
using QofFhir.Core.Outlook;

namespace QofFhir.Tests.Core.Outlook;

public sealed class TrajectoryTests
{
    /// <summary>Worked by hand: changes 4, 8, 6, 2 around a drift of 5 leave 1 + 9 + 1 + 9 = 20; by 3 degrees of freedom, for 2 months, times 2 (1 + 2 / 4) = 3.</summary>
    [Fact]
    public void The_forecast_goes_on_by_the_mean_change_and_spreads_as_the_changes_did()
    {
        var forecast = Of(2, 100, 30, 34, 42, 48, 50).YearEnd!;
        var deviation = Math.Sqrt(20.0 / 3 * 2 * 1.5);
        Assert.Equal(60, forecast.Percent, 9);
        Assert.Equal(60 - (1.2815515655446004 * deviation), forecast.Within80.Low, 9);
        Assert.Equal(60 + (1.959963984540054 * deviation), forecast.Within95.High, 9);
    }

    [Fact]
    public void It_never_passes_what_is_possible_nor_falls_below_nothing()
    {
        var rising = Of(6, 66.5, 30, 40, 62).YearEnd!;
        Assert.Equal((66.5, 66.5), (rising.Percent, rising.Within95.High));
        var falling = Of(6, 90, 40, 20, 5).YearEnd!;
        Assert.Equal((0, 0), (falling.Percent, falling.Within80.Low));
    }

    [Fact]
    public void At_the_year_end_it_is_what_there_is() =>
        Assert.Equal(new Forecast(62, new PercentRange(62, 62), new PercentRange(62, 62)), Of(0, 90, 30, 40, 62).YearEnd);

    [Fact]
    public void There_is_none_without_three_months_that_each_have_somebody_to_count()
    {
        var few = Of(9, 100, 30, 40);
        Assert.Null(few.YearEnd);
        Assert.Equal("2 of the 3 months that a forecast needs have ended", few.WhyNone);
        var gap = Trajectory.Of([.. Of(1, 100, 30, 40, 50).Months, new SeriesPoint(new DateOnly(2026, 9, 1), new Proportion(0, 0))], 1, 100);
        Assert.Equal((null, "in some month there was nobody in the denominator"), (gap.YearEnd, gap.WhyNone));
    }

    [Theory]
    [InlineData("2026-04-29", 0)]
    [InlineData("2026-04-30", 1)]
    [InlineData("2026-12-31", 9)]
    [InlineData("2027-03-30", 11)]
    [InlineData("2027-03-31", 12)]
    public void Months_count_once_they_have_ended(string today, int months) => Assert.Equal(months, OutlookViews.MonthEnds(Terms.Day(today)).Count);

    private static Trajectory Of(int ahead, double most, params int[] percent) => Trajectory.Of(
        [.. percent.Select((p, i) => new SeriesPoint(new DateOnly(2026, 4 + i, 1), new Proportion(p, 100)))], ahead, most);
}
