using QofFhir.Core.Achievement;
using QofFhir.Core.Aggregation;
using QofFhir.Core.Outlook;
using QofFhir.Core.Payments;
using QofFhir.Core.Rules;
using QofFhir.Tests.Core.Payments;

namespace QofFhir.Tests.Core.Outlook;

public sealed class OutlookMoneyTests
{
    private static readonly PaymentYear Year = TestYear.Of(TestYear.Group("A1", "A2"), TestYear.Group("B1"), TestYear.Group(Weighting.None, "C1"));

    [Fact]
    public void A_gain_is_the_payment_after_less_the_payment_before()
    {
        var inputs = Inputs(TestYear.Inputs("A", "B"));
        var money = new OutlookMoney(inputs);
        var gain = money.Gain(new Dictionary<string, int> { ["A1"] = 3, ["A2"] = 1, ["C1"] = 7 });
        Assert.Equal(Pounds(inputs, ("A1", 53), ("A2", 51), ("C1", 57)) - money.Payment.Pounds.Value, gain.Value);
        Assert.False(gain.Provisional);

        // 2 points for each patient of A: 100 points over 50 % of 100 patients.
        Assert.Equal(Money.For(48, 207.56m, 1.71m, 1.45m) - Money.For(40, 207.56m, 1.71m, 1.45m), gain.Inputs[0].Value);
        Assert.Equal(("A", 207.56m * 1.71m * 1.45m), money.PoundsOfPoint("A1"));
    }

    [Fact]
    public void Without_national_prevalence_pounds_are_absent_and_say_why()
    {
        var money = new OutlookMoney(Inputs(TestYear.Inputs("A")));
        var none = money.Gain(new Dictionary<string, int> { ["B1"] = 3 });
        Assert.Equal((null, "the practice prevalence was not given"), (none.Value, none.Remark));
        Assert.Null(money.PoundsOfPoint("B1"));
        var some = money.Gain(new Dictionary<string, int> { ["B1"] = 3, ["C1"] = 1 });
        Assert.Equal((true, "not in the sum: B"), (some.Provisional, some.Remark));
    }

    [Fact]
    public void What_if_changes_that_and_nothing_else()
    {
        var inputs = Inputs(TestYear.Inputs("A", "B"));
        Assert.Equal(Pounds(inputs, ("A1", 75)), Pounds(WhatIf.Achievement("A1", 74.5m).In(inputs)));
        Assert.Equal(Pounds(inputs, ("A1", 40)), Pounds(WhatIf.More("A1", -10).In(inputs)));
        Assert.Equal(9_000, WhatIf.ListSize(9_000).In(inputs).Payment.List!.Patients);
        Assert.Equal(71, WhatIf.Prevalence("A", 7.1m).In(inputs).Payment.Practice["A"].Register);
        Assert.Equal(145, WhatIf.Prevalence("A", 7.1m).In(inputs).Payment.Practice["B"].Register);
    }

    [Theory]
    [InlineData("A1 has 50 of 100: 101 cannot be", 51)]
    [InlineData("A1 has 50 of 100: -1 cannot be", -51)]
    public void What_cannot_be_is_said(string fault, int more) => Assert.Equal(fault, WhatIf.More("A1", more).FaultIn(Inputs(TestYear.Inputs("A", "B"))));

    [Fact]
    public void What_is_not_there_is_said()
    {
        var inputs = Inputs(TestYear.Inputs("A", "B"));
        Assert.Equal("X9 has no percentage in test", WhatIf.Achievement("X9", 50).FaultIn(inputs));
        Assert.Equal("test weights no group 'C' by prevalence", WhatIf.Prevalence("C", 5).FaultIn(inputs));
        Assert.Equal(
            "the national prevalence of A was not given: nobody can tell what another prevalence brings",
            WhatIf.Prevalence("A", 5).FaultIn(inputs with { Payment = inputs.Payment with { National = new Dictionary<string, RegisterShare>() } }));
        Assert.Throws<ArgumentException>(() => WhatIf.Prevalence("A", 101).In(inputs));
    }

    private static decimal? Pounds(StatementInputs inputs, params (string Id, int Numerator)[] changed) => Statement.Of(inputs with
    {
        Indicators = [.. inputs.Indicators.Select(i => changed.Where(c => c.Id == i.Id).Select(c => Counted(i.Id, c.Numerator)).FirstOrDefault(i))],
    }).Achievement.Pounds.Value;

    /// <summary>50 of 100 each, 100 points between 40 and 90 %.</summary>
    private static StatementInputs Inputs(PaymentInputs payment) =>
        new(null, "test", "Test", "51", TestYear.YearEnd, Year, [.. new[] { "A1", "A2", "B1", "C1" }.Select(i => Counted(i, 50))], payment);

    private static StatementIndicator Counted(string id, int numerator) =>
        new(id, id, id[..1], IndicatorKind.Fraction, 100, 40, 90, Certainty.Found) { Counts = new ReportedCounts(100, 0, 0, numerator) };
}
