using QofFhir.Core.Achievement;
using QofFhir.Core.Payments;
using QofFhir.Core.Rules;

namespace QofFhir.Tests.Core.Payments;

/// <summary>What is missing or nothing is said; it is never a crash and never a silent 0.</summary>
public sealed class PaymentGapTests
{
    private static readonly PaymentYear Year = TestYear.Of(TestYear.Group("A1"), TestYear.Group(Weighting.None, "B1"));
    private static readonly PaymentInputs Inputs = TestYear.Inputs("A");

    [Fact]
    public void An_empty_list_has_no_index_and_no_payment()
    {
        var payment = Pay(Year, Inputs with { List = new ListCount(0, TestYear.ListDay) });
        Assert.Equal((null, "the list is empty: it has no index"), (payment.Index.Value, payment.Index.Remark));
        Assert.All(payment.Groups, g => Assert.Equal((null, payment.Index.Remark), (g.Pounds.Value, g.Pounds.Remark)));
        Assert.Equal((null, "not in the sum: A, B"), (payment.Pounds.Value, payment.Pounds.Remark));
    }

    [Fact]
    public void A_list_size_that_was_not_given_is_said() =>
        Assert.Equal("the practice's list size was not given", Pay(Year, Inputs with { List = null }).Groups[0].Pounds.Remark);

    [Fact]
    public void A_list_of_another_day_makes_the_payment_provisional_and_names_both_days()
    {
        var payment = Pay(Year, Inputs with { List = new ListCount(17_100, new DateOnly(2022, 12, 31)) });
        Assert.Equal(Pay(Year, Inputs).Pounds.Value, payment.Pounds.Value);
        Assert.True(payment.Pounds.Provisional);
        Assert.Equal("the list size is of 2022-12-31; the year pays by 2023-01-01", payment.Groups[1].Pounds.Remark);
    }

    [Fact]
    public void Nobody_on_the_register_earns_nothing_and_it_is_said()
    {
        var payment = Pay(Year, Inputs with { Practice = Share(0, 1_000) });
        Assert.Equal(0, payment.Groups[0].Pounds.Value);
        Assert.Equal("nobody of the practice is on the register", payment.Groups[0].Pounds.Inputs[3].Remark);
    }

    [Theory]
    [InlineData(0, 1_000, "national prevalence is 0: nothing to divide by")]
    [InlineData(0, 0, "national list is 0: nothing to divide by")]
    public void A_national_prevalence_of_nothing_gives_no_factor(int register, int list, string why)
    {
        var pounds = Pay(Year, Inputs with { National = Share(register, list) }).Groups[0].Pounds;
        Assert.Equal((null, why), (pounds.Value, pounds.Remark));
    }

    [Fact]
    public void A_missing_national_prevalence_takes_its_group_out_of_the_sum_and_says_so()
    {
        var whole = Pay(Year, Inputs);
        var payment = Pay(Year, Inputs with { National = new Dictionary<string, RegisterShare>() });
        Assert.Equal((null, "the national prevalence was not given"), (payment.Groups[0].Pounds.Value, payment.Groups[0].Pounds.Remark));
        Assert.Equal(
            (whole.Groups[1].Pounds.Value, true, "not in the sum: A"), (payment.Pounds.Value, payment.Pounds.Provisional, payment.Pounds.Remark));
        Assert.Equal(2, payment.Points.Value);
    }

    [Fact]
    public void A_figure_that_the_year_does_not_give_is_named()
    {
        var payment = Pay(Year with { PointValue = null }, Inputs);
        Assert.Equal((null, "the year's point value is not known"), (payment.Groups[1].Pounds.Value, payment.Groups[1].Pounds.Remark));
    }

    [Fact]
    public void A_target_population_factor_is_supplied_or_the_group_is_absent()
    {
        var year = TestYear.Of(TestYear.Group(Weighting.TargetPopulation, "A1"), TestYear.Group(Weighting.None, "B1"));
        Assert.Null(Pay(year, Inputs).Groups[0].Pounds.Value);
        Assert.Equal(
            Money.For(1, 207.56m, 1.71m, 0.9m),
            Pay(year, Inputs with { TargetFactors = new Dictionary<string, decimal> { ["A"] = 0.9m } }).Groups[0].Pounds.Value);
    }

    [Fact]
    public void Protected_income_is_paid_at_the_points_that_are_given_for_it_never_at_those_of_this_year()
    {
        var year = Year with { Protected = new Sourced<IReadOnlyList<string>>(["A1"], Certainty.Confirmed, "list") };
        Assert.Null(Pay(year, Inputs).Groups[0].Pounds.Value);
        var paid = Pay(year, Inputs with { ProtectedPoints = new Dictionary<string, decimal> { ["A1"] = 3 } });
        Assert.Equal((4m, Certainty.Confirmed), (paid.Points.Value, paid.Pounds.Certainty));
    }

    [Fact]
    public void Points_that_are_not_settled_are_provisional()
    {
        var payment = Pay(Year with { Unsettled = [new(new Unsettled(["B1"], "a second route may pay more"), Certainty.Found, "")] }, Inputs);
        Assert.Equal([false, true], payment.Groups.Select(g => g.Pounds.Provisional));
        Assert.Equal("a second route may pay more", payment.Groups[1].Indicators[0].Remark);
    }

    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(1, 1)]
    [InlineData(1.01, 1.01)]
    public void Of_two_routes_the_better_is_paid_once_both_are_known(decimal improved, decimal points)
    {
        var year = Year with { Unsettled = [new(new Unsettled(["B1"], "a second route may pay more"), Certainty.Found, "")] };
        var payment = Pay(year, Inputs with { ImprovementPoints = new Dictionary<string, decimal> { ["B1"] = improved } });
        Assert.Equal((points, false, null), (payment.Groups[1].Pounds.Inputs[0].Value, payment.Groups[1].Pounds.Provisional, payment.Groups[1].Pounds.Remark));
    }

    [Fact]
    public void A_result_that_is_missing_is_not_zero()
    {
        var payment = AchievementPayment.Of(TestYear.Of(TestYear.Group("A1", "A2")), [TestYear.Earned("A1", 29)], TestYear.Inputs("A"));
        Assert.Equal((14_924.71m, true), (payment.Pounds.Value, payment.Pounds.Provisional));
        Assert.Equal([false, true], payment.Groups[0].Indicators.Select(i => i.Value is null));
    }

    [Fact]
    public void Points_come_as_the_evaluation_left_them()
    {
        var incomplete = new Evaluability(EvaluabilityState.Incomplete, "codes are missing", []);
        Assert.Equal((null, "not evaluable: no rules yet"), Of(Result(IndicatorKind.Fraction, Evaluability.NoRules, null, null)));
        Assert.Equal((null, "not declared yet"), Of(Result(IndicatorKind.Attestation, Evaluability.Complete, null, null)));
        Assert.Equal((0m, "nobody is in the denominator: no points"), Of(Result(IndicatorKind.Fraction, Evaluability.Complete, 0, null)));
        Assert.Equal((100m, null), Of(Result(IndicatorKind.Register, Evaluability.Complete, 0, 7)));
        var provisional = Earned(Result(IndicatorKind.Fraction, incomplete, 3, 7));
        Assert.Equal((100m, true, "codes are missing"), (provisional.Points, provisional.Provisional, provisional.Remark));
        Assert.Equal((true, "nobody is in the denominator: no points; codes are missing"), Said(Earned(Result(IndicatorKind.Fraction, incomplete, 0, null))));

        static (bool, string?) Said(EarnedPoints earned) => (earned.Provisional, earned.Remark);

        static (decimal?, string?) Of(IndicatorResult result) => (Earned(result).Points, Earned(result).Remark);

        static EarnedPoints Earned(IndicatorResult result) => EarnedPoints.Of(StatementIndicator.Of(result));
    }

    [Fact]
    public void Counts_that_cannot_be_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ListCount(-1, TestYear.ListDay));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RegisterShare(-1, 1, TestYear.YearEnd));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RegisterShare(2, 1, TestYear.YearEnd));
    }

    private static AchievementPayment Pay(PaymentYear year, PaymentInputs inputs) =>
        AchievementPayment.Of(year, [TestYear.Earned("A1", 1), TestYear.Earned("B1", 1)], inputs);

    private static Dictionary<string, RegisterShare> Share(int register, int list) => new() { ["A"] = new RegisterShare(register, list, TestYear.YearEnd) };

    private static IndicatorResult Result(IndicatorKind kind, Evaluability evaluability, int? numerator, decimal? points) => new(
        TestYear.Indicator("A1", kind, evaluability), null,
        numerator is { } n ? new IndicatorCounts(n, [], [], n, 0) : null, null, points, null, []);
}
