using QofFhir.Core.Achievement;
using QofFhir.Core.Payments;
using QofFhir.Core.Rules;
using QofFhir.Definitions;

namespace QofFhir.Tests.Definitions.Language;

/// <summary>How the years that travel with the project pay, held against the published figures.</summary>
public sealed class ProjectPaymentTests
{
    private static readonly Lazy<DefinitionLibrary> Library = new(() => DefinitionLibrary.Load(DefinitionLibrary.DefaultRoot));

    [Theory]
    [InlineData("qof-england-2018-19", 559, "AF 29, AST 45, BP 15, CAN 11, CHD 35, CKD 6, CON 7, COPD 35, CS 20, CVDPP 10, DEM 50, DEP 10, DM 86, EP 1, HF 29, HYP 26, LD 4, MH 26, OB 8, OST 9, PAD 6, PC 6, RA 6, SMOK 64, STIA 15")]
    [InlineData("qof-england-2019-20", 559, "AF 29, AST 45, BP 15, CAN 11, CHD 35, CKD 6, COPD 25, CS 11, CVDPP 10, DEM 44, DEP 10, DM 70, EP 1, HF 29, HYP 25, LD 4, MH 18, OB 8, OST 3, PAD 2, PC 3, QI 74, RA 6, SMOK 62, STIA 13")]
    [InlineData("qof-england-2024-25", 635, "AF 29, AST 45, BP 15, CAN 13, CHD 28, CHOL 30, CKD 6, COPD 19, CS 11, DEM 19, DEP 10, DM 67, EP 1, HF 29, HYP 25, LD 4, MH 38, NDH 18, OB 8, OST 3, PAD 2, PC 3, QI 74, RA 1, SMOK 62, STIA 11, VI 64")]
    public void Points_are_those_of_the_official_table(string id, int points, string byArea)
    {
        var framework = Framework(id);
        Assert.Equal(points, framework.Points);
        Assert.Equal(byArea, string.Join(", ", framework.Indicators
            .GroupBy(i => i.Id.TrimEnd("0123456789".ToCharArray())).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"{g.Key} {g.Sum(i => i.Points):0}")));
    }

    [Theory]
    [InlineData("qof-england-2018-19", 559, "179.26", 8_096, 70)]
    [InlineData("qof-england-2019-20", 559, "187.74", 8_479, 70)]
    [InlineData("qof-england-2024-25", 635, "220.62", 9_964, 80)]
    [InlineData("qof-england-2025-26", 564, "225.49", 10_184, 80)]
    [InlineData("qof-england-2026-27", 582, "227.95", 10_349, 80)]
    public void Each_year_pays_all_its_points_once_at_its_value(string id, int points, string value, int list, int share)
    {
        var framework = Framework(id);
        var payment = framework.Payment!;
        var paid = payment.Groups.SelectMany(g => g.Indicators).ToList();
        Assert.Equal(points, paid.Sum(i => framework.Indicators.Single(f => f.Id == i).Points));
        Assert.Equal(paid.Count, paid.Distinct().Count());
        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), payment.PointValue!.Value);
        Assert.Equal(list, payment.AverageList!.Value);
        Assert.Equal(new Aspiration(share, 12), payment.Aspiration!.Value);
        var end = framework.YearStart.AddYears(1);
        Assert.Equal(
            (framework.YearStart.AddMonths(-3), end.AddMonths(-3), end.AddDays(-1), end.AddMonths(3).AddDays(-1)),
            (payment.AverageListDay!.Value, payment.ListDay!.Value, payment.PrevalenceDay!.Value, payment.BalanceDay!.Value));
    }

    [Fact]
    public void In_2025_26_as_many_points_are_weighted_as_was_published()
    {
        var framework = Framework("qof-england-2025-26");
        var weighted = framework.Payment!.Groups.Where(g => g.Weighting == Weighting.Prevalence).SelectMany(g => g.Indicators);
        Assert.Equal(462, weighted.Sum(i => framework.Indicators.Single(f => f.Id == i).Points));
    }

    [Fact]
    public void In_2024_25_the_protected_indicators_make_the_published_sum()
    {
        var framework = Framework("qof-england-2024-25");
        var kept = framework.Payment!.Protected!.Value;
        Assert.Equal((32, 212m), (kept.Count, kept.Sum(i => framework.Indicators.Single(f => f.Id == i).Points)));
    }

    /// <summary>582 points at 227.95 in a practice of average list and prevalence: 132,666.90.</summary>
    [Fact]
    public void A_practice_of_average_list_and_prevalence_is_paid_the_points_by_their_value_in_2026_27()
    {
        var framework = Framework("qof-england-2026-27");
        var payment = AchievementPayment.Of(framework.Payment!, AllPoints(framework), Average(framework.Payment!));
        Assert.Equal((582m, 132_666.90m), (payment.Points.Value, payment.Pounds.Value));
        Assert.Equal("provisional: Vaccination and immunisation", payment.Pounds.Remark);
        Assert.Equal(Certainty.Recalled, payment.Pounds.Certainty);
    }

    /// <summary>SMOK002 is weighted, SMOK004 is not: twice the prevalence pays only the first one twice.</summary>
    [Fact]
    public void Smoking_status_of_long_term_conditions_is_weighted_apart_from_support()
    {
        var framework = Framework("qof-england-2026-27");
        var average = Average(framework.Payment!);
        var twice = average with { Practice = average.Practice.ToDictionary(p => p.Key, p => new RegisterShare(p.Value.Register * 2, p.Value.List, p.Value.On)) };
        var groups = AchievementPayment.Of(framework.Payment!, AllPoints(framework), twice).Groups.ToDictionary(g => g.Group.Name);
        Assert.Equal(2 * 25 * 227.95m, groups["Smoking status of long-term conditions"].Pounds.Value);
        Assert.Equal(12 * 227.95m, groups["Smoking"].Pounds.Value);
    }

    [Fact]
    public void Ratio_of_value_to_list_is_the_same_in_all_years_but_the_last()
    {
        Assert.All(
            Library.Value.Frameworks.Select(f => Framework(f.Id)).Where(f => f.YearStart.Year < 2026),
            f => Assert.Equal(0.02214m, Math.Round(f.Payment!.PointValue!.Value / f.Payment.AverageList!.Value, 5)));
        Assert.NotNull(Framework("qof-england-2026-27").Payment!.AverageList!.Doubt);
    }

    private static List<EarnedPoints> AllPoints(Framework framework) =>
        [.. framework.Indicators.Select(i => EarnedPoints.Of(StatementIndicator.Of(i, null)) with { Points = i.Points, Remark = null })];

    private static PaymentInputs Average(PaymentYear year)
    {
        var share = year.Groups.ToDictionary(g => g.Name, _ => new RegisterShare(100, 1_000, year.PrevalenceDay!.Value));
        return new PaymentInputs(new ListCount((int)year.AverageList!.Value, year.ListDay!.Value), share, share)
        {
            TargetFactors = year.Groups.Where(g => g.Weighting == Weighting.TargetPopulation).ToDictionary(g => g.Name, _ => 1m),
        };
    }

    private static Framework Framework(string id) => Library.Value.Framework(id);
}
