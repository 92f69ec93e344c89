using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Outlook;
using QofFhir.Core.Records;
using QofFhir.Tests.Spec;

namespace QofFhir.Tests.Core.Outlook;

public sealed class OutlookViewTests
{
    private readonly TestPlan _plan = new();

    public static TheoryData<string> Frameworks => [.. Rulebook.FrameworkIds];

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void The_year_end_seen_on_1_January_is_the_year_end_when_no_data_are_added(string id)
    {
        var framework = Rulebook.Framework(id);
        var (start, end) = (framework.YearStart, framework.YearStart.AddYears(1).AddDays(-1));
        var today = new DateOnly(end.Year, 1, 1);
        var whole = SampleRecords.Of(framework, end);
        var cut = SampleRecords.Cut(whole, after: today);

        var views = OutlookViews.Of(framework, whole, today);

        Assert.Equal([today, new(end.Year, 2, 1), end, end], views.Select(v => v.On));
        Assert.Equal([false, false, true, false], views.Select(v => v.Capped));
        foreach (var view in views)
        {
            Assert.Equal(Told(Qof.Evaluate(framework, cut, ServiceDates.Year(view.On)), cut), Told(view.Result, whole));
        }

        Assert.NotEqual(Told(Qof.Evaluate(framework, whole, ServiceDates.Year(end)), whole), Told(views[^1].Result, whole));
        Assert.True(start <= today);
    }

    [Fact]
    public void A_registration_that_begins_after_today_is_not_known_and_one_that_ends_after_it_ends()
    {
        var rule = TestPlan.Fraction(Terms.Achieve(Terms.On(_plan.Latest("A")).IsPresent()));
        var records = TestPractice.Of().Spell("2020-01-01").Event("A", "2026-12-31").Event("A", "2027-01-02")
            .Patient("NEW").Spell("2027-01-02").Event("A", "2026-05-01")
            .Patient("LEAVES").Spell("2020-01-01", until: "2027-03-01").Event("A", "2026-05-01")
            .Patient("DIES", died: "2027-02-01").Spell("2020-01-01")
            .Build();

        var views = OutlookViews.Of(_plan.Framework(rule), records, Terms.Day("2027-01-01"));

        Assert.Equal([3, 2, 1, 1], views.Select(v => v.Result.ListSize));
        Assert.Equal(1, views[^1].Result.Indicators[0].Counts!.Numerator);
    }

    private static List<string> Told(PracticeResult result, PracticeRecords records) =>
    [
        $"{result.ListSize} on the list",
        .. result.Reported.Select(i => $"{i.Indicator.Id} {i.Counts?.Numerator} of {i.Counts?.Denominator}, {i.Points} points"),
        .. result.Reported.SelectMany(i => i.Outcomes.Select(o => $"{i.Indicator.Id} {records.Patient(o.Patient).Id} {SpecVerdict.Text(o.Outcome)}")),
    ];
}
