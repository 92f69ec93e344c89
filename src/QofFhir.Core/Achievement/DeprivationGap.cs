using QofFhir.Core.Aggregation;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Achievement;

/// <summary>How much more is achieved among the least deprived fifth than among the most deprived, as Doran and others measured it.</summary>
/// <param name="LeastDenominator">Denominator among the least deprived, quintile 5.</param>
/// <param name="MostDenominator">Denominator among the most deprived, quintile 1.</param>
/// <param name="Difference">Percentage points, negative where the most deprived fare better; null when a denominator is 0: not known, which is not the same as no gap.</param>
/// <param name="Lower">Lower end of the 95 % interval of the difference; null with it.</param>
/// <param name="Upper">Upper end of the 95 % interval of the difference; null with it.</param>
public sealed record DeprivationGap(int LeastDenominator, int MostDenominator, decimal? Difference, decimal? Lower, decimal? Upper)
{
    /// <summary>The attribute that holds the quintile: 1 is the most deprived fifth of England, 5 the least.</summary>
    public const string Attribute = "deprivation-quintile";

    /// <summary>The stratum that is parted by it, as reports name it.</summary>
    public const string Stratum = "deprivation";

    private const string Most = "1";
    private const string Least = "5";

    /// <summary>The gap of a fraction that was parted by deprivation; null for any other result.</summary>
    public static DeprivationGap? Of(IndicatorResult result)
    {
        if (result.Indicator.Kind != IndicatorKind.Fraction
            || result.Strata.FirstOrDefault(s => s.Stratum is StratumRule.Supplied { Attribute: Attribute }) is not { } quintiles)
        {
            return null;
        }

        return Between(In(Least), In(Most));

        IndicatorCounts In(string group) => quintiles.Groups.Single(g => g.Group == group).Counts;
    }

    /// <summary>The difference of two proportions with its interval (<see cref="Aggregation.Difference"/>), to four places.</summary>
    public static DeprivationGap Between(IndicatorCounts least, IndicatorCounts most) =>
        Between(new Proportion(least.Numerator, least.Denominator), new Proportion(most.Numerator, most.Denominator));

    /// <summary>The same between sums over practices.</summary>
    public static DeprivationGap Between(Proportion least, Proportion most)
    {
        var (leastOf, mostOf) = (checked((int)least.Denominator), checked((int)most.Denominator));
        return Aggregation.Difference.Between(least, most) is { } gap
            ? new DeprivationGap(leastOf, mostOf, Points(gap.Value), Points(gap.Lower), Points(gap.Upper))
            : new DeprivationGap(leastOf, mostOf, null, null, null);
    }

    private static decimal Points(double share) => Math.Round((decimal)share * 100, 4, MidpointRounding.AwayFromZero);
}
