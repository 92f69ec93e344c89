using FsCheck;
using FsCheck.Fluent;
using QofFhir.Core.Achievement;
using QofFhir.Core.Outlook;
using QofFhir.Core.Rules;
using QofFhir.Tests.Spec;

namespace QofFhir.Tests.Core.Outlook;

public sealed class NumberNeededTests
{
    [Theory]
    [InlineData(0, 0, 0, null, null, null)]
    [InlineData(0, 10, 10, 4, 5, 9)]
    [InlineData(4, 10, 6, 0, 1, 5)]
    [InlineData(5, 10, 5, 0, 0, 4)]
    [InlineData(9, 10, 1, 0, 0, 0)]
    [InlineData(0, 10, 4, 4, null, null)]
    [InlineData(0, 7, 7, 3, 3, 7)]
    public void Forty_to_ninety_in_a_hundred(int numerator, int denominator, int available, int? lower, int? beyond, int? upper) =>
        Assert.Equal(new NumberNeeded(lower, beyond, upper), NumberNeeded.Of(numerator, denominator, available, 40, 90));

    /// <summary>Counts of every paid fraction of every framework, exclusions and adjustments beside them as they come.</summary>
    [Fact]
    public void So_many_reach_the_threshold_and_one_fewer_does_not()
    {
        FrameworkIndicator[] indicators =
            [.. Rulebook.FrameworkIds.SelectMany(id => Rulebook.Library.Framework(id).Indicators).Where(i => i.Lower is not null)];
        Assert.True(indicators.Length > 150);
        var cases =
            from numerator in Gen.Choose(0, 900)
            from outstanding in Gen.Choose(0, 900)
            from late in Gen.Choose(0, outstanding)
            from excluded in Gen.Choose(0, 50)
            from adjusted in Gen.Choose(0, 50)
            select (Counts: new IndicatorCounts(
                numerator + outstanding + excluded + adjusted, [new LabelCount("E", null, excluded)],
                [new LabelCount("A", AdjustmentReason.Unsuitable, adjusted)], numerator, outstanding), Available: outstanding - late);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(2027, 1),
            Prop.ForAll(Arb.From(cases), c => Array.TrueForAll(indicators, i => IsExact(i, c.Counts, c.Available))));
    }

    /// <summary>By points as they are paid, which know nothing of numbers needed.</summary>
    private static bool IsExact(FrameworkIndicator indicator, IndicatorCounts counts, int available)
    {
        var (lower, upper) = (indicator.Lower!.Value, indicator.Upper!.Value);
        var needed = NumberNeeded.Of(counts.Numerator, counts.Denominator, available, lower, upper);
        return counts.Denominator == 0
            ? needed == new NumberNeeded(null, null, null)
            : Fits(needed.ToLower, k => Percent(k) >= lower)
                && Fits(needed.BeyondLower, k => Percent(k) > lower)
                && Fits(needed.ToUpper, k => PointsRule.Between(counts.Numerator + k, counts.Denominator, 1000, lower, upper) == 1000);

        decimal Percent(int more) => (counts with { Numerator = counts.Numerator + more, Outstanding = counts.Outstanding - more }).Percentage!.Value;

        bool Fits(int? fewest, Func<int, bool> reaches) => fewest is { } k ? reaches(k) && (k == 0 || !reaches(k - 1)) : !reaches(available);
    }
}
