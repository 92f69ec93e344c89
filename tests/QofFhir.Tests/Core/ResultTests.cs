using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Rules;

namespace QofFhir.Tests.Core;

public sealed class ResultTests
{
    private readonly TestPlan _plan = new();

    [Fact]
    public void Each_patient_of_the_population_is_counted_once_and_the_counts_add_up()
    {
        var counts = Evaluate(FullTable(), FullPractice()).Counts!;
        Assert.Equal(7, counts.Population);
        Assert.Equal(1, counts.Exclusions);
        Assert.Equal(2, counts.Adjustments);
        Assert.Equal(1, counts.Numerator);
        Assert.Equal(3, counts.Outstanding);
        Assert.Equal(4, counts.Denominator);
        Assert.Equal(counts.Population, counts.Exclusions + counts.Adjustments + counts.Denominator);
        Assert.Equal([new LabelCount("EX", null, 1), new LabelCount("NOBODY", null, 0)], counts.ExclusionsByLabel);
        Assert.Equal(
            [new LabelCount("PU", AdjustmentReason.Unsuitable, 1), new LabelCount("DEC", AdjustmentReason.PatientChoseNotTo, 1)],
            counts.AdjustmentsByLabel);
    }

    [Fact]
    public void The_score_is_that_of_the_net_denominator()
    {
        var result = Evaluate(FullTable(), FullPractice());
        Assert.Equal(25m, result.Percentage);
        Assert.Equal(0m, result.Points);
    }

    [Theory]
    [InlineData("excluded", "EX", false, false)]
    [InlineData("achieved", "achieve", false, false)]
    [InlineData("adjusted", "PU", false, true)]
    [InlineData("adjusted", "DEC", false, true)]
    [InlineData("outstanding", "owe", true, true)]
    [InlineData("outstanding", null, true, true)]
    public void An_adjustment_clears_the_payment_side_and_leaves_the_care_owed(string name, string? row, bool counts, bool care)
    {
        var outcome = Evaluate(FullTable(), FullPractice()).Outcomes.Select(o => o.Outcome).First(o => o.Name == name && o.Row?.Name == row);
        Assert.Equal(counts, outcome.CountsAgainstPractice);
        Assert.Equal(care, outcome.CareOutstanding);
    }

    [Fact]
    public void On_a_register_no_care_is_owed()
    {
        var outcome = _plan.Outcome(TestPlan.RegisterOf(_plan.Register("R", (true, Condition.Always.Instance))), TestPractice.Of())!;
        Assert.Equal(("on-register", false, false), (outcome.Name, outcome.CountsAgainstPractice, outcome.CareOutstanding));
        Assert.Null(outcome.Row);
    }

    [Fact]
    public void The_first_row_that_holds_decides_achieved_before_adjusted_and_the_upper_of_two_adjustments()
    {
        var both = TestPractice.Of().Event("DONE", "2026-05-01").Event("PU", "2026-05-01").Event("DEC", "2026-05-01");
        Assert.IsType<Outcome.Achieved>(_plan.Outcome(FullTable(), both));
        var two = TestPractice.Of().Event("DEC", "2026-05-01").Event("PU", "2026-05-01");
        Assert.Equal("PU", _plan.Outcome(FullTable(), two)!.Row!.Name);
    }

    [Fact]
    public void Two_rows_of_one_label_are_one_count()
    {
        var rule = TestPlan.Fraction(
            Terms.Achieve(Has("DONE")), Terms.Adjust("PU", AdjustmentReason.Unsuitable, Has("A")), Terms.Adjust("PU", AdjustmentReason.Unsuitable, Has("B")));
        var practice = new TestPractice().Patient("a").Event("A", "2026-05-01").Patient("b").Event("B", "2026-05-01").Patient("c");
        Assert.Equal([new LabelCount("PU", AdjustmentReason.Unsuitable, 2)], Evaluate(rule, practice).Counts!.AdjustmentsByLabel);
    }

    [Fact]
    public void The_same_row_standing_twice_is_counted_once_a_patient()
    {
        var row = Terms.Adjust("PU", AdjustmentReason.Unsuitable, Has("A"));
        var counts = Evaluate(TestPlan.Fraction(Terms.Achieve(Has("DONE")), row, row), TestPractice.Of().Event("A", "2026-05-01")).Counts!;
        Assert.Equal(1, counts.Adjustments);
    }

    [Fact]
    public void An_empty_denominator_earns_neither_points_nor_percentage()
    {
        var result = Evaluate(FullTable(), TestPractice.Of().Event("EX", "2026-05-01"));
        Assert.Equal((0, null, null), (result.Counts!.Denominator, result.Percentage, result.Points));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_register_earns_its_points_at_any_size(bool selects)
    {
        var register = _plan.Register("R", (selects, Condition.Always.Instance));
        var result = Evaluate(TestPlan.RegisterOf(register), TestPractice.Of());
        Assert.Equal((selects ? 1 : 0, 10m, null), (result.Counts!.Population, result.Points, result.Percentage));
    }

    [Theory]
    [InlineData(true, "10")]
    [InlineData(false, "0")]
    [InlineData(null, null)]
    public void An_attestation_is_all_none_or_not_given(bool? declared, string? points)
    {
        var rule = new IndicatorRule.Attestation("Done?") { Id = "X", Title = "X", Source = TestPlan.Source };
        Attestation[] given = declared is { } d ? [new Attestation("X1", d, "Dr A", new DateOnly(2027, 3, 1)), new Attestation("X9", true, "Dr A", new DateOnly(2027, 3, 1))] : [];
        var result = Qof.Evaluate(_plan.Framework(rule), TestPractice.Of().Build(), ServiceDates.Year(new DateOnly(2027, 3, 31)), null, given);
        Assert.Equal(points is null ? null : decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture), result.Indicators[0].Points);
        Assert.Null(result.Indicators[0].Counts);
        Assert.Equal(declared is null ? 0 : 10, result.PointsEvaluated);
    }

    [Fact]
    public void No_points_are_not_provisional_points()
    {
        var framework = _plan.Framework(TestPlan.Fraction(Terms.Exclude("ALL", Condition.Always.Instance), Terms.Achieve(Condition.Always.Instance)));
        framework = framework with { Indicators = [framework.Indicators[0] with { Evaluability = new Evaluability(EvaluabilityState.Incomplete, "why", []) }] };
        var result = Qof.Evaluate(framework, TestPractice.Of().Build(), ServiceDates.Year(new DateOnly(2027, 3, 31))).Indicators[0];
        Assert.Null(result.Points);
        Assert.False(result.Provisional);
    }

    [Theory]
    [InlineData(EvaluabilityState.Complete, true, false, 10)]
    [InlineData(EvaluabilityState.Incomplete, true, true, 10)]
    [InlineData(EvaluabilityState.NotEvaluable, false, false, 0)]
    public void What_cannot_be_evaluated_has_no_number_and_no_share_of_the_points(EvaluabilityState state, bool counted, bool provisional, int evaluated)
    {
        var framework = _plan.Framework(TestPlan.Fraction(Terms.Achieve(Condition.Always.Instance)));
        framework = framework with { Indicators = [framework.Indicators[0] with { Evaluability = new Evaluability(state, "why", []) }] };
        var records = TestPractice.Of().Build();
        var result = Qof.Evaluate(framework, records, ServiceDates.Year(new DateOnly(2027, 3, 31)));
        Assert.Equal(counted, result.Indicators[0].Counts is not null);
        Assert.Equal(counted, result.Indicators[0].Points is not null);
        Assert.Equal(counted ? 1 : 0, result.Indicators[0].Outcomes.Count);
        Assert.Equal(provisional, result.Indicators[0].Provisional);
        Assert.Equal(evaluated, result.PointsEvaluated);
        Assert.Equal(evaluated, result.PointsEarned);
        Assert.Equal(counted ? 1 : 0, Qof.Clinical(result, records).Single().Count);
    }

    [Fact]
    public void An_indicator_without_rules_is_not_evaluable_and_has_no_walk()
    {
        var framework = _plan.Framework(TestPlan.Fraction(Terms.Achieve(Condition.Always.Instance)));
        framework = framework with { Indicators = [framework.Indicators[0] with { Rule = null, Evaluability = Evaluability.NoRules }] };
        var records = TestPractice.Of().Build();
        var dates = ServiceDates.Year(new DateOnly(2027, 3, 31));
        Assert.Null(Qof.Evaluate(framework, records, dates).Indicators[0].Points);
        var thrown = Assert.Throws<ArgumentException>(() => Qof.Explain(framework, records, dates, 0, "X1"));
        Assert.Contains("no rules yet", thrown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Qof.Explain(framework, records, dates, 0, "NOSUCH"));
    }

    [Fact]
    public void Sample_codes_are_refused_unless_every_patient_carries_the_tag()
    {
        var framework = _plan.Framework(TestPlan.Fraction(Terms.Achieve(Condition.Always.Instance))) with { SampleCodes = true };
        var dates = ServiceDates.Year(new DateOnly(2027, 3, 31));
        Assert.Throws<ArgumentException>(() => Qof.Evaluate(framework, TestPractice.Of().Build(), dates));
        Assert.Equal(0, Qof.Evaluate(framework, new TestPractice().Build(), dates).ListSize);
    }

    private IndicatorRule.Fraction FullTable() => TestPlan.Fraction(
        Terms.Exclude("EX", Has("EX")),
        Terms.Exclude("NOBODY", Terms.Not(Condition.Always.Instance)),
        Terms.Achieve(Has("DONE")),
        Terms.Adjust("PU", AdjustmentReason.Unsuitable, Has("PU")),
        Terms.Owe(Has("OWE")),
        Terms.Adjust("DEC", AdjustmentReason.PatientChoseNotTo, Has("DEC")));

    private static TestPractice FullPractice() => new TestPractice()
        .Patient("1").Event("EX", "2026-05-01").Event("DONE", "2026-05-01")
        .Patient("2").Event("DONE", "2026-05-01").Event("PU", "2026-05-01")
        .Patient("3").Event("PU", "2026-05-01").Event("OWE", "2026-05-01")
        .Patient("4").Event("OWE", "2026-05-01").Event("DEC", "2026-05-01")
        .Patient("5").Event("DEC", "2026-05-01")
        .Patient("6").Patient("7");

    private Condition Has(string cluster) => Terms.On(_plan.Latest(cluster)).IsPresent();

    private IndicatorResult Evaluate(IndicatorRule rule, TestPractice practice) =>
        Qof.Evaluate(_plan.Framework(rule), practice.Build(), ServiceDates.Year(new DateOnly(2027, 3, 31))).Indicators[0];
}
