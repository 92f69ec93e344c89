using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Rules;

namespace QofFhir.Tests.Core;

/// <summary>Counts parted by a stratum add up to the whole.</summary>
public sealed class StratificationTests
{
    private static readonly StratumRule.Supplied Quintiles = new(DeprivationGap.Attribute, ["1", "5", "not known"])
    {
        Name = "deprivation",
        Title = "Deprivation",
        Source = TestPlan.Source,
    };

    private static readonly FrameworkStratum Deprivation = new(Quintiles, Evaluability.Complete);

    [Fact]
    public void Each_patient_is_counted_in_one_group_and_nobody_is_lost()
    {
        var (result, parted) = Parted(new Dictionary<int, string> { [0] = "1", [1] = "5" });

        var groups = Assert.Single(parted.Indicators[0].Strata).Groups;
        Assert.Equal(
            [("1", 1, 1, 0), ("5", 1, 0, 1), ("not known", 1, 1, 0)],
            groups.Select(g => (g.Group, g.Counts.Population, g.Counts.Numerator, g.Counts.Outstanding)));
        Assert.Equal(result.Indicators[0].Counts!.Population, groups.Sum(g => g.Counts.Population));
        Assert.Empty(result.Indicators[0].Strata);
    }

    [Fact]
    public void The_gap_is_least_minus_most_deprived()
    {
        var gap = DeprivationGap.Of(Parted(new Dictionary<int, string> { [0] = "1", [1] = "5" }).Parted.Indicators[0]);

        Assert.Equal((1, 1, -100m), (gap!.LeastDenominator, gap.MostDenominator, gap.Difference));
    }

    [Fact]
    public void What_nobody_supplies_parts_nothing_and_says_so()
    {
        var parted = Parted(null).Parted;

        Assert.Empty(parted.Indicators[0].Strata);
        Assert.Null(DeprivationGap.Of(parted.Indicators[0]));
        var stratum = Assert.Single(parted.Strata);
        Assert.Equal((EvaluabilityState.NotEvaluable, "nobody supplied deprivation-quintile"), (stratum.Evaluability.State, stratum.Evaluability.Reason));
    }

    [Fact]
    public void A_group_that_the_stratum_does_not_have_is_refused() =>
        Assert.Throws<ArgumentException>(() => Parted(new Dictionary<int, string> { [0] = "6" }));

    // The examples of Newcombe, Statistics in Medicine 1998, method 10.
    [Theory]
    [InlineData(56, 70, 48, 80, 20, 5.24, 33.39)]
    [InlineData(9, 10, 3, 10, 60, 17.05, 80.90)]
    [InlineData(6, 7, 2, 7, 57.14, 5.82, 80.62)]
    [InlineData(5, 56, 0, 29, 8.93, -3.81, 19.26)]
    [InlineData(0, 10, 0, 20, 0, -16.11, 27.75)]
    [InlineData(0, 10, 0, 10, 0, -27.75, 27.75)]
    [InlineData(10, 10, 0, 20, 100, 67.91, 100)]
    [InlineData(10, 10, 0, 10, 100, 60.75, 100)]
    public void The_interval_is_that_of_Newcombe(int a, int m, int b, int n, double difference, double lower, double upper)
    {
        var gap = DeprivationGap.Between(Counts(a, m), Counts(b, n));

        Assert.Equal(difference, (double)gap.Difference!.Value, 0.006);
        Assert.Equal(lower, (double)gap.Lower!.Value, 0.006);
        Assert.Equal(upper, (double)gap.Upper!.Value, 0.006);
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(10, 0)]
    public void Without_a_denominator_the_gap_is_not_known(int least, int most)
    {
        var gap = DeprivationGap.Between(Counts(0, least), Counts(0, most));

        Assert.Equal(new DeprivationGap(least, most, null, null, null), gap);
    }

    private static IndicatorCounts Counts(int numerator, int denominator) => new(denominator, [], [], numerator, denominator - numerator);

    /// <summary>Ann and Cid are achieved, Bob is outstanding.</summary>
    private static (PracticeResult Result, PracticeResult Parted) Parted(Dictionary<int, string>? quintiles)
    {
        var plan = new TestPlan();
        var framework = plan.Framework(TestPlan.Fraction(Terms.Achieve(Terms.On(plan.Latest("CARE")).IsPresent())))
            with
        { Strata = [Deprivation] };
        var records = new TestPractice()
            .Patient("Ann").Event("CARE", "2026-05-01")
            .Patient("Bob")
            .Patient("Cid").Event("CARE", "2026-05-01").Build();
        var result = Qof.Evaluate(framework, records, ServiceDates.Year(new DateOnly(2027, 3, 31)));
        return (result, Qof.Stratify(
            result, records, framework.Strata, quintiles is null ? null : [new SuppliedAttribute(DeprivationGap.Attribute, quintiles)]));
    }
}
