using QofFhir.Core;
using QofFhir.Core.Aggregation;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Rules;

namespace QofFhir.Tests.Core;

/// <summary>The month in which an adjustment was recorded.</summary>
public sealed class AdjustedMonthTests
{
    private static readonly DateOnly YearEnd = new(2027, 3, 31);
    private readonly TestPlan _plan = new();

    [Fact]
    public void An_adjustment_belongs_to_the_month_of_the_record_that_completed_it()
    {
        var invited = Terms.Adjust("INV", AdjustmentReason.DidNotRespond, Terms.All(Has("FIRST"), Has("SECOND")));
        var practice = new TestPractice()
            .Patient("a").Event("FIRST", "2026-04-01").Event("SECOND", "2026-04-30")
            .Patient("b").Event("SECOND", "2026-05-01").Event("FIRST", "2026-04-02")
            .Patient("c").Event("FIRST", "2026-04-02");
        Assert.Equal(
            [new(AdjustmentReason.DidNotRespond, new DateOnly(2026, 4, 1), 1), new(AdjustmentReason.DidNotRespond, new DateOnly(2026, 5, 1), 1)],
            Months(practice, invited));
    }

    [Fact]
    public void A_new_registration_belongs_to_its_own_month_whatever_else_the_row_asks()
    {
        var registered = Terms.Adjust("REG", AdjustmentReason.NewlyRegistered, Has("A"));
        var practice = new TestPractice().Patient("a").Spell("2027-02-10").Event("A", "2026-05-01");
        Assert.Equal([new(AdjustmentReason.NewlyRegistered, new DateOnly(2027, 2, 1), 1)], Months(practice, registered));
    }

    [Fact]
    public void A_register_that_the_row_asks_has_the_day_of_its_own_records()
    {
        var needs = _plan.Register("PALCARE", (true, Has("PALCARE")), (false, Condition.Always.Instance));
        var either = _plan.Register("EITHER", (true, Terms.Any(Has("OLD"), new Condition.InRegister(needs))), (false, Condition.Always.Instance));
        var palliative = Terms.Adjust("PC", AdjustmentReason.Unsuitable, new Condition.InRegister(either));
        var practice = TestPractice.Of().Event("PALCARE", "2026-11-20");
        Assert.Equal([new(AdjustmentReason.Unsuitable, new DateOnly(2026, 11, 1), 1)], Months(practice, palliative));
    }

    [Fact]
    public void A_row_that_rests_on_no_dated_record_has_no_month()
    {
        var always = Terms.Adjust("PU", AdjustmentReason.Unsuitable, Condition.Always.Instance);
        Assert.Equal([new(AdjustmentReason.Unsuitable, null, 1)], Months(TestPractice.Of(), always));
    }

    [Fact]
    public void What_the_row_asked_and_did_not_find_is_no_month_and_months_add_up_to_the_adjustments()
    {
        var either = Terms.Adjust("DEC", AdjustmentReason.PatientChoseNotTo, Terms.Any(Has("A"), Has("B")));
        var practice = new TestPractice();
        foreach (var month in Enumerable.Range(4, 9))
        {
            practice.Patient($"p{month}").Event(month % 2 == 0 ? "A" : "B", $"2026-{month:00}-15");
        }

        var months = Months(practice, either);
        Assert.Equal(9, months.Count);
        Assert.All(months, m => Assert.Equal(1, m.Count));
        Assert.Equal(Enumerable.Range(4, 9).Select(m => new DateOnly(2026, m, 1)), months.Select(m => m.Month!.Value));
    }

    private Condition Has(string cluster) => Terms.On(_plan.Latest(cluster)).IsPresent();

    private IReadOnlyList<AdjustedInMonth> Months(TestPractice practice, Row adjustment)
    {
        var framework = _plan.Framework(TestPlan.Fraction(Terms.Achieve(Has("DONE")), adjustment));
        var records = practice.Build();
        return Qof.ByMonth(Qof.Evaluate(framework, records, ServiceDates.Year(YearEnd)), records).Indicators[0].AdjustedIn;
    }
}
