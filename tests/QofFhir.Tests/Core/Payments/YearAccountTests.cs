using QofFhir.Core.Payments;
using QofFhir.Core.Rules;

namespace QofFhir.Tests.Core.Payments;

public sealed class YearAccountTests
{
    private static readonly PaymentYear Year = TestYear.Of(TestYear.Group("A1"));
    private static readonly PaymentLine Index = PaymentFactors.PopulationIndex(Year, TestYear.List);
    private static readonly AchievementPayment Achievement =
        AchievementPayment.Of(Year, [TestYear.Earned("A1", 29)], TestYear.Inputs("A"));

    /// <summary>10,000 x 80 % x 207.56 / 201.16 = 8,254.524... ; with the index x 1.71 = 14,115.236...</summary>
    [Theory]
    [InlineData(true, 8_254.52)]
    [InlineData(false, 14_115.24)]
    public void Aspiration_is_a_share_of_last_year_at_this_years_point_value(bool forItsList, decimal pounds)
    {
        var aspiration = YearAccount.AspirationByShare(Year, new LastYearPayment(10_000, 201.16m, forItsList), Index);
        Assert.Equal((pounds, Certainty.Inferred), (aspiration.Value, aspiration.Certainty));
    }

    [Fact]
    public void Agreed_points_are_paid_by_list_size() =>
        Assert.Equal(177_463.80m, YearAccount.AspirationByPoints(Year, 500, Index).Value);

    [Theory]
    [InlineData(0)]
    [InlineData(0.01)]
    [InlineData(0.11)]
    [InlineData(0.12)]
    [InlineData(100)]
    [InlineData(14_115.24)]
    public void Twelve_parts_add_up_to_the_aspiration(decimal aspiration)
    {
        var parts = YearAccount.Parts(Year, Achievement.Pounds with { Value = aspiration });
        Assert.Equal(12, parts.Count);
        Assert.Equal(aspiration, parts.Sum(p => p.Value));
        Assert.Single(parts.SkipLast(1).Select(p => p.Value).Distinct());
        Assert.InRange(parts[^1].Value!.Value - parts[0].Value!.Value, 0, 0.11m);
        Assert.All(parts, p => Assert.Equal(p.Value, Math.Round(p.Value!.Value, 2)));
    }

    [Theory]
    [InlineData(10_000, 4_924.71, null)]
    [InlineData(14_924.71, 0, null)]
    [InlineData(15_000, -75.29, "to be repaid")]
    public void The_balance_is_paid_or_repaid(decimal paid, decimal balance, string? remark)
    {
        var line = YearAccount.Balance(Year, Achievement, paid);
        Assert.Equal((balance, remark, new DateOnly(2023, 6, 30)), (line.Value, line.Remark, line.On));
    }

    [Fact]
    public void What_is_not_known_leaves_no_figure()
    {
        var unknown = Year with { Aspiration = null };
        var aspiration = YearAccount.AspirationByShare(unknown, new LastYearPayment(1, 1, true), Index);
        Assert.Equal((null, "the year's aspiration share is not known"), (aspiration.Value, aspiration.Remark));
        Assert.Empty(YearAccount.Parts(unknown, aspiration));
        Assert.All(YearAccount.Parts(Year, aspiration), p => Assert.Null(p.Value));
        Assert.Null(YearAccount.AspirationByPoints(Year, 1, PaymentFactors.PopulationIndex(Year, null)).Value);
        Assert.Equal(
            "last year's point value is 0: nothing to divide by", YearAccount.AspirationByShare(Year, new LastYearPayment(1, 0, true), Index).Remark);
        var nothing = AchievementPayment.Of(Year, [], TestYear.Inputs("A"));
        Assert.Null(YearAccount.Balance(Year, nothing, 100).Value);
    }

    [Fact]
    public void A_balance_of_provisional_points_is_provisional()
    {
        var provisional = AchievementPayment.Of(Year, [TestYear.Earned("A1", 29, provisional: true, "codes are missing")], TestYear.Inputs("A"));
        Assert.True(YearAccount.Balance(Year, provisional, 0).Provisional);
    }
}
