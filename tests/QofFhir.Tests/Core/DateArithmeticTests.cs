using QofFhir.Core.Rules;

namespace QofFhir.Tests.Core;

public sealed class DateArithmeticTests
{
    private readonly TestPlan _plan = new();
    private readonly TestPractice _practice = TestPractice.Of();

    [Theory]
    [InlineData("2027-03-31", -12, AmountUnit.Month, "2026-03-31")]
    [InlineData("2027-03-31", -9, AmountUnit.Month, "2026-06-30")]
    [InlineData("2027-03-31", -6, AmountUnit.Month, "2026-09-30")]
    [InlineData("2027-03-31", -1, AmountUnit.Month, "2027-02-28")]
    [InlineData("2028-03-31", -1, AmountUnit.Month, "2028-02-29")]
    [InlineData("2026-08-31", 6, AmountUnit.Month, "2027-02-28")]
    [InlineData("2027-08-31", 6, AmountUnit.Month, "2028-02-29")]
    [InlineData("2024-02-29", 12, AmountUnit.Month, "2025-02-28")]
    [InlineData("2024-02-29", 1, AmountUnit.Year, "2025-02-28")]
    [InlineData("2024-02-29", 48, AmountUnit.Month, "2028-02-29")]
    [InlineData("2024-02-29", -4, AmountUnit.Year, "2020-02-29")]
    [InlineData("2026-06-30", 8, AmountUnit.Month, "2027-02-28")]
    [InlineData("2026-12-31", 1, AmountUnit.Day, "2027-01-01")]
    [InlineData("2024-02-28", 1, AmountUnit.Day, "2024-02-29")]
    [InlineData("2025-02-28", 1, AmountUnit.Day, "2025-03-01")]
    [InlineData("2026-03-31", -5, AmountUnit.Year, "2021-03-31")]
    [InlineData("2026-03-25", 2, AmountUnit.Week, "2026-04-08")]
    [InlineData("2026-01-01", -1, AmountUnit.Week, "2025-12-25")]
    [InlineData("2026-05-17", 0, AmountUnit.Month, "2026-05-17")]
    public void An_amount_is_added_in_one_step(string start, int count, AmountUnit unit, string expected) =>
        Assert.Equal(Terms.Day(expected), _plan.DateOf(Terms.Date(start).Plus(count, unit), _practice));

    [Fact]
    public void Two_steps_differ_from_one_where_a_month_is_short()
    {
        Assert.Equal(Terms.Day("2026-03-31"), _plan.DateOf(Terms.Date("2026-01-31").Months(2), _practice));
        Assert.Equal(Terms.Day("2026-03-28"), _plan.DateOf(Terms.Date("2026-01-31").Months(1).Months(1), _practice));
    }

    [Theory]
    [InlineData("9999-12-31", 1, AmountUnit.Day)]
    [InlineData("9999-12-31", 1, AmountUnit.Month)]
    [InlineData("0001-01-01", -1, AmountUnit.Day)]
    [InlineData("0001-01-31", -1, AmountUnit.Month)]
    [InlineData("2026-01-01", int.MaxValue, AmountUnit.Week)]
    [InlineData("2026-01-01", int.MaxValue, AmountUnit.Year)]
    [InlineData("2026-01-01", int.MinValue, AmountUnit.Year)]
    public void A_date_beyond_the_calendar_is_absent(string start, int count, AmountUnit unit) =>
        Assert.Null(_plan.DateOf(Terms.Date(start).Plus(count, unit), _practice));

    [Fact]
    public void What_is_built_on_an_absent_date_is_absent()
    {
        var absent = Terms.On(_plan.Latest("A"));
        Assert.Null(_plan.DateOf(absent.Months(3), _practice));
        Assert.Null(_plan.DateOf(absent.Days(-3).Months(3), _practice));
        Assert.Null(_plan.DateOf(new DateExpression.LaterOf([absent, absent.Days(1)]), _practice));
        Assert.Null(_plan.DateOf(new DateExpression.EarlierOf([absent, absent.Days(1)]), _practice));
    }

    [Fact]
    public void Later_of_and_earlier_of_leave_the_absent_ones_out()
    {
        var absent = Terms.On(_plan.Latest("A"));
        var (may, june) = (Terms.Date("2026-05-01"), Terms.Date("2026-06-01"));
        Assert.Equal(Terms.Day("2026-06-01"), _plan.DateOf(new DateExpression.LaterOf([absent, june, may]), _practice));
        Assert.Equal(Terms.Day("2026-05-01"), _plan.DateOf(new DateExpression.EarlierOf([june, may, absent]), _practice));
    }

    [Theory]
    [InlineData(1, 8, "2026-08-01")]
    [InlineData(1, 4, "2026-04-01")]
    [InlineData(31, 3, "2027-03-31")]
    [InlineData(1, 1, "2027-01-01")]
    [InlineData(29, 2, "2027-02-28")]
    public void A_day_of_the_year_lies_within_the_payment_period(int day, int month, string expected) =>
        Assert.Equal(Terms.Day(expected), _plan.DateOf(new DateExpression.DayOfServiceYear(day, month), _practice, "2026-06-01"));

    [Theory]
    [InlineData("2027-03-30", Comparison.Less)]
    [InlineData("2027-03-31", Comparison.Equal)]
    [InlineData("2027-04-01", Comparison.Greater)]
    public void Each_comparison_of_dates_knows_its_ends(string left, Comparison relation)
    {
        bool Holds(Comparison c) => _plan.Holds(Terms.Date(left).Is(c, Terms.Pped), _practice);
        Assert.Equal(relation == Comparison.Less, Holds(Comparison.Less));
        Assert.Equal(relation != Comparison.Greater, Holds(Comparison.AtMost));
        Assert.Equal(relation == Comparison.Equal, Holds(Comparison.Equal));
        Assert.Equal(relation != Comparison.Less, Holds(Comparison.AtLeast));
        Assert.Equal(relation == Comparison.Greater, Holds(Comparison.Greater));
    }

    [Theory]
    [InlineData("2026-03-30", false)]
    [InlineData("2026-03-31", false)]
    [InlineData("2026-04-01", true)]
    [InlineData("2027-03-31", true)]
    public void The_boundary_day_of_a_window_is_out(string on, bool inside)
    {
        var field = Terms.On(_plan.Latest("A"));
        Assert.Equal(inside, _plan.Holds(field.After(Terms.Pped.Months(-12)), TestPractice.Of().Event("A", on)));
    }
}
