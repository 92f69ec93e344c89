using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Outlook;
using QofFhir.Core.Prompts;
using QofFhir.Core.Rules;
using QofFhir.Tests.Spec;

namespace QofFhir.Tests.Core.Outlook;

public sealed class PracticeOutlookTests
{
    private static readonly DateOnly Today = Terms.Day("2027-01-01");
    private readonly TestPlan _plan = new();

    [Theory]
    [InlineData("2026-12-15", "2027-02-13")]
    [InlineData("2026-11-02", "2027-01-01")]
    [InlineData("2026-11-01", null)]
    [InlineData("2027-01-01", "2027-03-02")]
    public void Care_with_a_window_of_its_own_is_in_time_until_that_closes(string diagnosed, string? to)
    {
        var found = Terms.On(_plan.Latest("D"));
        var review = _plan.Earliest("A", new DateBound(BoundKind.OnOrAfter, found), new DateBound(BoundKind.OnOrBefore, found.Days(60)));
        var care = Look(TestPractice.Of().Event("D", diagnosed), Terms.On(review).IsPresent());
        Assert.Equal((to is null ? null : Terms.Day(to), to is not null), (care.InTimeTo, care.StillPossible));
    }

    [Theory]
    [InlineData(0, "2027-02-08")]
    [InlineData(1, "2027-02-09")]
    [InlineData(2, "2027-02-10")]
    public void Doses_are_in_time_until_the_last_days_that_all_still_fit_in(int given, string to)
    {
        var doses = _plan.Count(Counted.Days, _plan.Of("A", bounds: new DateBound(BoundKind.OnOrBefore, Terms.Date("2027-02-10"))));
        var practice = Enumerable.Range(1, given).Aggregate(TestPractice.Of(), (p, month) => p.Event("A", $"2026-0{month}-01"));
        Assert.Equal(Terms.Day(to), Look(practice, Terms.Number(doses).Is(Comparison.AtLeast, 3)).InTimeTo);
    }

    [Fact]
    public void A_result_that_is_not_as_wanted_may_still_become_so()
    {
        var field = _plan.LatestValue("A");
        var care = Look(TestPractice.Of().Event("A", "2026-06-01", 64), Terms.On(field).After(Terms.Pped.Months(-12)), Terms.Value(field).AtMost(58));
        Assert.Equal((Terms.Day("2027-03-31"), true), (care.InTimeTo, care.IfAsWanted));
        var pressure = _plan.LatestPressure("A");
        var systolic = new NumberExpression.OfField(pressure, FieldPart.Systolic);
        care = Look(TestPractice.Of().Pressure("A", "2027-01-01", 150, 80), Terms.On(pressure).After(Terms.Pped.Months(-12)), systolic.AtMost(140));
        Assert.Equal((Terms.Day("2027-03-31"), true), (care.InTimeTo, care.IfAsWanted));
    }

    [Fact]
    public void Care_that_lapses_before_the_year_ends_is_told_with_its_day()
    {
        var care = Look(TestPractice.Of().Event("A", "2026-02-10"), Terms.On(_plan.Latest("A")).After(Terms.Pped.Months(-12)));
        Assert.Equal((PromptState.DueLater, Terms.Day("2027-02-10"), true), (care.Now, care.LapsesOn!.Value, care.Outstanding));
        Assert.Equal("sitting", Assert.Single(care.Sittings)!.Id);
    }

    /// <summary>The points of the counts with so many achieved in place of outstanding know nothing of numbers needed.</summary>
    [Theory]
    [InlineData("qof-england-2018-19")]
    [InlineData("qof-england-2026-27")]
    public void As_many_patients_as_are_needed_reach_the_thresholds_and_one_fewer_does_not(string id)
    {
        var framework = Rulebook.Framework(id);
        var today = framework.YearStart.AddMonths(8);
        var outlook = PracticeOutlook.Of(framework, SampleRecords.Of(framework, today), today);
        var tried = 0;
        foreach (var line in outlook.Indicators.Where(i => i is { Needed: not null, AtYearEnd.Counts.Denominator: > 0 }))
        {
            var (lower, upper) = (line.Indicator.Lower!.Value, line.Indicator.Upper!.Value);
            tried += Try(line.Needed!.ToLower, p => p >= lower) + Try(line.Needed.BeyondLower, p => p > lower) + Try(line.Needed.ToUpper, p => p >= upper);
            if (line.Next is { } next)
            {
                Assert.Equal(next.Points, line.PointsWith(next.Patients) - line.AtYearEnd.Points!.Value);
                Assert.Equal(line.AtYearEnd.Points, line.PointsWith(next.Patients - 1));
            }

            int Try(int? needed, Func<decimal, bool> reaches)
            {
                var achieved = line.AtYearEnd.Outcomes.Count(o => o.Outcome is Outcome.Achieved);
                var open = outlook.Patients.SelectMany(p => p.StillPossible).Count(c => c.Indicator.Id == line.Indicator.Id);
                Assert.InRange(open, 0, line.AtYearEnd.Outcomes.Count(o => o.Outcome is Outcome.Outstanding));
                Assert.Equal(needed is not null, reaches(Percent(achieved + open)));
                if (needed is not { } count)
                {
                    return 0;
                }

                Assert.True(reaches(Percent(achieved + count)));
                Assert.True(count == 0 || !reaches(Percent(achieved + count - 1)));
                return 1;
            }

            decimal Percent(int numerator) => numerator * 100m / line.AtYearEnd.Outcomes.Count(o => o.Outcome.CountsAgainstPractice || o.Outcome is Outcome.Achieved);
        }

        Assert.True(tried >= 20);
    }

    /// <summary>The one patient of the practice, by an indicator that asks for these lines.</summary>
    private CareOutlook Look(TestPractice practice, params Condition[] lines)
    {
        var sitting = new Sitting("sitting", "Sitting", CareKind.Review, new HashSet<StaffRole>());
        var framework = _plan.Framework(TestPlan.Fraction(Terms.Achieve(lines))) with { Care = [new Care("care", "Care", sitting, ["A"])] };
        return Assert.Single(Assert.Single(PracticeOutlook.Of(framework, practice.Build(), Today).Patients).Care);
    }
}
