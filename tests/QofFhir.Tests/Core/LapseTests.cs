using QofFhir.Core.Evaluation;
using QofFhir.Core.Rules;

namespace QofFhir.Tests.Core;

public sealed class LapseTests
{
    private readonly TestPlan _plan = new();

    [Theory]
    [InlineData("2024-02-29", 12, "2024-03-31", "2025-03-01")]
    [InlineData("2024-02-28", 12, "2024-03-31", "2025-02-28")]
    [InlineData("2026-06-30", 9, "2026-07-10", "2027-03-30")]
    [InlineData("2026-05-31", 9, "2026-07-10", "2027-03-01")]
    [InlineData("2026-03-30", 12, "2026-03-31", "2027-03-30")]
    [InlineData("2026-08-30", 6, "2026-09-15", "2027-03-01")]
    [InlineData("2026-08-31", 6, "2026-09-15", "2027-03-01")]
    [InlineData("2026-08-28", 6, "2026-09-15", "2027-02-28")]
    public void A_rolling_window_lapses_on_the_first_day_that_no_longer_holds_it(string on, int months, string achieved, string lapses)
    {
        var field = Terms.On(_plan.Latest("A"));
        var rule = TestPlan.Fraction(Terms.Achieve(field.After(Terms.Pped.Months(-months))));
        Assert.Equal(
            new ClinicalState(ClinicallyDue.UpToDate, Terms.Day(lapses)), _plan.Clinical(rule, TestPractice.Of().Event("A", on), achieved));
    }

    [Fact]
    public void Care_of_last_May_is_outstanding_for_the_new_year_and_clinically_up_to_date()
    {
        var bp = Terms.On(_plan.LatestPressure("BP"));
        var rule = TestPlan.Fraction(Terms.Achieve(bp.After(Terms.Pped.Months(-12))));
        var practice = TestPractice.Of().Pressure("BP", "2025-05-10", 120, 70);
        Assert.IsType<Outcome.Outstanding>(_plan.Outcome(rule, practice, "2026-04-20"));
        Assert.Equal(new ClinicalState(ClinicallyDue.UpToDate, Terms.Day("2026-05-10")), _plan.Clinical(rule, practice, "2026-04-20"));
        Assert.IsType<Outcome.Achieved>(_plan.Outcome(rule, practice, "2026-03-01"));
        Assert.Equal(new ClinicalState(ClinicallyDue.UpToDate, Terms.Day("2026-05-10")), _plan.Clinical(rule, practice, "2026-03-01"));
        Assert.Equal(new ClinicalState(ClinicallyDue.Due), _plan.Clinical(rule, practice, "2026-05-10"));
    }

    [Theory]
    [InlineData("2026-07-31", "2026-09-01", false)]
    [InlineData("2026-08-01", "2026-09-01", true)]
    [InlineData("2025-10-05", "2026-05-15", true)]
    public void A_season_lasts_until_the_next_one_begins(string given, string achieved, bool upToDate)
    {
        var rule = TestPlan.Fraction(Terms.Achieve(Terms.On(_plan.Latest("FLU")).Is(Comparison.AtLeast, new DateExpression.DayOfServiceYear(1, 8))));
        var state = _plan.Clinical(rule, TestPractice.Of().Event("FLU", given), achieved);
        var next = Terms.Day(achieved) < Terms.Day("2026-08-01") ? "2026-08-01" : "2027-08-01";
        Assert.Equal(upToDate ? new ClinicalState(ClinicallyDue.UpToDate, Terms.Day(next)) : new ClinicalState(ClinicallyDue.Due), state);
    }

    [Fact]
    public void What_no_window_bounds_is_done_for_good()
    {
        var rule = TestPlan.Fraction(Terms.Achieve(Terms.On(_plan.Earliest("VAC")).IsPresent()));
        Assert.Equal(new ClinicalState(ClinicallyDue.UpToDate), _plan.Clinical(rule, TestPractice.Of().Event("VAC", "1999-01-01")));
    }

    [Theory]
    [InlineData(Comparison.Greater, 79)]
    [InlineData(Comparison.AtLeast, 80)]
    public void Ageing_out_is_found_on_the_birthday_however_the_limit_is_written(Comparison comparison, int limit)
    {
        var rule = TestPlan.Fraction(
            Terms.Exclude("OLD", Terms.Age.Is(comparison, limit)), Terms.Achieve(Terms.On(_plan.Earliest("VAC")).IsPresent()));
        Assert.Equal(
            new ClinicalState(ClinicallyDue.UpToDate, Terms.Day("2027-06-15"), Leaves: true),
            _plan.Clinical(rule, TestPractice.Of("1947-06-15").Event("VAC", "1999-01-01")));
    }

    [Theory]
    [InlineData(79, "2027-03-01")]
    [InlineData(80, "2028-02-29")]
    public void Whoever_was_born_on_29_February_ages_out_on_1_March_of_a_common_year(int limit, string on)
    {
        var rule = TestPlan.Fraction(
            Terms.Exclude("OLD", Terms.Age.Is(Comparison.AtLeast, limit)), Terms.Achieve(Terms.On(_plan.Earliest("VAC")).IsPresent()));
        Assert.Equal(
            new ClinicalState(ClinicallyDue.UpToDate, Terms.Day(on), Leaves: true),
            _plan.Clinical(rule, TestPractice.Of("1948-02-29").Event("VAC", "1999-01-01"), "2026-09-30"));
    }

    [Fact]
    public void A_window_of_years_lapses_years_ahead()
    {
        var rule = TestPlan.Fraction(Terms.Achieve(Terms.On(_plan.Latest("BP")).After(Terms.Pped.Plus(-5, AmountUnit.Year))));
        Assert.Equal(
            new ClinicalState(ClinicallyDue.UpToDate, Terms.Day("2031-11-02")),
            _plan.Clinical(rule, TestPractice.Of().Event("BP", "2026-11-02")));
    }

    [Fact]
    public void Ageing_out_by_an_exclude_row_is_leaving_not_lapsing()
    {
        var rule = TestPlan.Fraction(
            Terms.Exclude("PAT_AGEO79", Terms.Age.Is(Comparison.Greater, 79)),
            Terms.Achieve(Terms.On(_plan.Latest("A")).After(Terms.Pped.Months(-12))));
        var practice = TestPractice.Of("1946-12-24").Event("A", "2026-05-01");
        Assert.Equal(new ClinicalState(ClinicallyDue.UpToDate, Terms.Day("2026-12-24"), true), _plan.Clinical(rule, practice, "2026-09-30"));
        Assert.Equal(ClinicalState.NotApplicable, _plan.Clinical(rule, practice, "2026-12-24"));
    }

    [Fact]
    public void Falling_out_of_the_population_is_leaving()
    {
        var register = _plan.Register(
            "AST_REG", (true, Terms.On(_plan.Latest("ASTTRT")).After(Terms.Pped.Months(-12))), (false, Condition.Always.Instance));
        var rule = TestPlan.FractionOf([register], Terms.Achieve(Terms.On(_plan.Latest("A")).After(Terms.Pped.Months(-12))));
        var practice = TestPractice.Of().Event("ASTTRT", "2026-04-10").Event("A", "2026-05-01");
        Assert.Equal(new ClinicalState(ClinicallyDue.UpToDate, Terms.Day("2027-04-10"), true), _plan.Clinical(rule, practice, "2026-09-30"));
    }

    [Fact]
    public void An_adjustment_changes_neither_what_is_due_nor_when_it_lapses()
    {
        var done = Terms.On(_plan.Latest("A")).After(Terms.Pped.Months(-12));
        var rule = TestPlan.Fraction(Terms.Achieve(done), Terms.Adjust("PU", AdjustmentReason.Unsuitable, Terms.On(_plan.Latest("PU")).IsPresent()));
        Assert.Equal(new ClinicalState(ClinicallyDue.Due), _plan.Clinical(rule, TestPractice.Of().Event("PU", "2026-05-01")));
        Assert.IsType<Outcome.Adjusted>(_plan.Outcome(rule, TestPractice.Of().Event("PU", "2026-05-01")));
        var both = TestPractice.Of().Event("PU", "2026-05-01").Event("A", "2026-05-01");
        Assert.Equal(new ClinicalState(ClinicallyDue.UpToDate, Terms.Day("2027-05-01")), _plan.Clinical(rule, both));
    }

    [Theory]
    [InlineData(false, ClinicallyDue.Due)]
    [InlineData(true, ClinicallyDue.UpToDate)]
    public void Care_that_only_the_year_asks_for_is_answered_by_the_year(bool given, ClinicallyDue due)
    {
        // Eight months old in March 2027: on 30 September 2026 only the year's view reaches the row.
        var eight = Terms.Born.Months(8);
        var register = _plan.Register(
            "VI_REG", (true, Terms.All(eight.Is(Comparison.AtLeast, Terms.Ppsd), eight.Is(Comparison.AtMost, Terms.Pped))), (false, Condition.Always.Instance));
        var rule = TestPlan.FractionOf([register], Terms.Achieve(Terms.On(_plan.Latest("DTP")).IsPresent()));
        var practice = TestPractice.Of("2026-07-10");
        if (given)
        {
            practice.Event("DTP", "2026-09-10");
        }

        Assert.Equal(new ClinicalState(due), _plan.Clinical(rule, practice, "2026-09-30"));
    }

    [Fact]
    public void Who_is_outside_in_both_views_has_no_clinical_state()
    {
        var rule = TestPlan.Fraction(Terms.Exclude("X", Condition.Always.Instance), Terms.Achieve(Condition.Always.Instance));
        Assert.Equal(ClinicalState.NotApplicable, _plan.Clinical(rule, TestPractice.Of()));
    }

    [Fact]
    public void Care_can_lapse_before_its_window_when_an_older_bad_value_comes_to_count()
    {
        // A selector bounded by the moving period may choose another event as the period moves.
        var first = _plan.Earliest(_plan.Of("A", new ValueFilter(null, null, null, false), bounds: new DateBound(BoundKind.OnOrAfter, Terms.Ppsd)));
        var rule = TestPlan.Fraction(Terms.Achieve(Terms.Value(first).AtMost(58)));
        var practice = TestPractice.Of().Event("A", "2026-05-01", 50).Event("A", "2026-06-01", 70);
        Assert.Equal(new ClinicalState(ClinicallyDue.UpToDate, Terms.Day("2027-05-01")), _plan.Clinical(rule, practice, "2026-09-30"));
    }
}
