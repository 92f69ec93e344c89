using QofFhir.Core;
using QofFhir.Core.Evaluation;

namespace QofFhir.Tests.Core;

public sealed class ServiceDatesTests
{
    [Theory]
    [InlineData("2026-03-31", "2025-04-01", "2026-03-31")]
    [InlineData("2026-04-01", "2026-04-01", "2027-03-31")]
    [InlineData("2027-03-31", "2026-04-01", "2027-03-31")]
    [InlineData("2024-02-29", "2023-04-01", "2024-03-31")]
    [InlineData("2026-12-31", "2026-04-01", "2027-03-31")]
    public void The_service_year_begins_on_1_April(string achieved, string start, string end) =>
        Assert.Equal(new ServiceDates(Terms.Day(start), Terms.Day(end), Terms.Day(achieved)), ServiceDates.Year(Terms.Day(achieved)));

    [Theory]
    [InlineData("2027-03-31", "2026-04-01")]
    [InlineData("2026-10-15", "2025-10-16")]
    [InlineData("2024-02-29", "2023-03-01")]
    [InlineData("2025-02-28", "2024-02-29")]
    [InlineData("2025-03-01", "2024-03-02")]
    public void The_clinical_period_is_the_twelve_months_that_end_today(string today, string start) =>
        Assert.Equal(new ServiceDates(Terms.Day(start), Terms.Day(today), Terms.Day(today)), ServiceDates.Clinical(Terms.Day(today)));

    [Theory]
    [InlineData("2026-03-31")]
    [InlineData("2027-04-01")]
    public void An_achievement_date_outside_the_payment_period_is_refused(string achieved)
    {
        var dates = new ServiceDates(new DateOnly(2026, 4, 1), new DateOnly(2027, 3, 31), Terms.Day(achieved));
        var framework = new TestPlan().Framework(TestPlan.Fraction(Terms.Achieve(QofFhir.Core.Rules.Condition.Always.Instance)));
        var thrown = Assert.Throws<ArgumentException>(() => Qof.Evaluate(framework, TestPractice.Of().Build(), dates));
        Assert.Contains(achieved, thrown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Qof.Explain(framework, TestPractice.Of().Build(), dates, 0, "X1"));
    }

    [Theory]
    [InlineData("2026-03-31", true)]
    [InlineData("2026-04-01", false)]
    [InlineData("2027-03-31", false)]
    [InlineData("2027-04-01", true)]
    public void A_framework_run_outside_its_own_year_says_so(string achieved, bool outside)
    {
        var framework = new TestPlan().Framework(TestPlan.Fraction(Terms.Achieve(QofFhir.Core.Rules.Condition.Always.Instance)));
        var result = Qof.Evaluate(framework, TestPractice.Of().Build(), ServiceDates.Year(Terms.Day(achieved)));
        Assert.Equal(outside, result.OutsideItsYear);
    }

    [Theory]
    [InlineData("2026-09-29", true)]
    [InlineData("2026-09-30", true)]
    [InlineData("2026-10-01", false)]
    public void Nothing_dated_after_the_achievement_date_counts(string on, bool counts)
    {
        var plan = new TestPlan();
        var field = plan.Earliest("A");
        Assert.Equal(counts, plan.Holds(Terms.On(field).IsPresent(), TestPractice.Of().Event("A", on), "2026-09-30"));
    }
}
