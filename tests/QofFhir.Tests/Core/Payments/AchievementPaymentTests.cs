using QofFhir.Core.Payments;
using QofFhir.Core.Rules;

namespace QofFhir.Tests.Core.Payments;

public sealed class AchievementPaymentTests
{
    /// <summary>29 points x 207.56 x 1.71 x 1.45: the published example.</summary>
    [Fact]
    public void The_worked_example_comes_out_to_the_penny()
    {
        Assert.Equal(14_924.71m, Money.For(29, 207.56m, 1.71m, 1.45m));

        var payment = AchievementPayment.Of(
            TestYear.Of(TestYear.Group("A1", "A2")), [TestYear.Earned("A1", 12), TestYear.Earned("A2", 17)], TestYear.Inputs("A"));
        Assert.Equal((29m, 14_924.71m, false), (payment.Points.Value, payment.Pounds.Value, payment.Pounds.Provisional));
    }

    [Fact]
    public void Every_figure_can_be_followed_by_hand()
    {
        var payment = AchievementPayment.Of(TestYear.Of(TestYear.Group("A1")), [TestYear.Earned("A1", 29)], TestYear.Inputs("A"));
        Assert.Equal(
            """
            A = points x point value x contractor population index x adjusted practice disease factor, to the penny: 14924.71 Pounds
              A = sum of the indicators: 29 Points
                A1: 29 Points
              point value: 207.56 Pounds
              contractor population index = list size / national average list size: 1.71 Ratio
                list size: 17100 Patients on 2023-01-01
                national average list size: 10000 Patients on 2022-01-01
              adjusted practice disease factor = practice prevalence / national prevalence: 1.45 Ratio
                practice prevalence = practice register / practice list: 0.145 Share
                  practice register: 145 Patients on 2023-03-31
                  practice list: 1000 Patients on 2023-03-31
                national prevalence = national register / national list: 0.1 Share
                  national register: 1000 Patients on 2023-03-31
                  national list: 10000 Patients on 2023-03-31

            """.ReplaceLineEndings("\n"),
            Told(payment.Groups[0].Pounds, ""));
    }

    [Fact]
    public void A_group_that_is_not_weighted_is_paid_by_list_size_alone()
    {
        var payment = AchievementPayment.Of(
            TestYear.Of(TestYear.Group(Weighting.None, "B1")), [TestYear.Earned("B1", 10)], TestYear.Inputs());
        Assert.Equal(3_549.28m, payment.Pounds.Value);
    }

    [Fact]
    public void A_group_is_rounded_once_and_its_indicators_for_reading_only()
    {
        var year = TestYear.Of(TestYear.Group(Weighting.None, "B1", "B2")) with { PointValue = new Sourced<decimal>(0.01m, Certainty.Found, "") };
        var inputs = TestYear.Inputs() with { List = new ListCount(10_000, TestYear.ListDay) };
        var group = AchievementPayment.Of(year, [TestYear.Earned("B1", 0.5m), TestYear.Earned("B2", 0.5m)], inputs).Groups[0];
        Assert.Equal(0.01m, group.Pounds.Value);
        Assert.Equal([0.01m, 0.01m], group.Indicators.Select(i => i.Value));
    }

    [Theory]
    [InlineData("0.004999", "0")]
    [InlineData("0.005", "0.01")]
    [InlineData("0.015", "0.02")]
    [InlineData("0.025", "0.03")]
    [InlineData("-0.005", "-0.01")]
    [InlineData("0.0049999999999999", "0.01")]
    public void Half_a_penny_goes_up(string pounds, string expected) =>
        Assert.Equal(Number(expected), Money.ToPenny(Number(pounds)));

    [Fact]
    public void Half_a_penny_is_not_lost_to_a_third()
    {
        // 10.005 exactly, had a list of 5,000 in 15,000 not been divided first.
        Assert.Equal(10.01m, Money.For(10.005m, 1, 5_000m / 15_000m, 3));
    }

    [Fact]
    public void A_sum_is_as_sure_as_the_least_certain_figure_under_it()
    {
        var year = TestYear.Of(TestYear.Group("A1"), TestYear.Group(Weighting.None, "B1"));
        var sure = AchievementPayment.Of(year, [TestYear.Earned("A1", 1), TestYear.Earned("B1", 1)], TestYear.Inputs("A"));
        Assert.Equal(Certainty.Found, sure.Pounds.Certainty);

        var recalled = year with { PrevalenceDay = new Sourced<DateOnly>(TestYear.YearEnd, Certainty.Recalled, "") };
        var payment = AchievementPayment.Of(recalled, [TestYear.Earned("A1", 1), TestYear.Earned("B1", 1)], TestYear.Inputs("A"));
        Assert.Equal([Certainty.Recalled, Certainty.Found], payment.Groups.Select(g => g.Pounds.Certainty));
        Assert.Equal(Certainty.Recalled, payment.Pounds.Certainty);
    }

    [Fact]
    public void Points_that_no_group_pays_are_refused() =>
        Assert.Throws<ArgumentException>(() => AchievementPayment.Of(
            TestYear.Of(TestYear.Group("A1")), [TestYear.Earned("A1", 1), TestYear.Earned("C1", 1)], TestYear.Inputs("A")));

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string Told(PaymentLine line, string indent) => FormattableString.Invariant(
        $"{indent}{line.Name}{(line.Formula is { } f ? " = " + f : "")}: {line.Value:0.####} {line.Unit}{(line.On is { } on ? $" on {on:yyyy-MM-dd}" : "")}\n")
        + string.Concat(line.Inputs.Select(i => Told(i, indent + "  ")));
}
