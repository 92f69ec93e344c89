using System.Globalization;
using QofFhir.Core.Achievement;

namespace QofFhir.Tests.Core;

public sealed class PointsTests
{
    [Theory]
    [InlineData(0, 100, "0")]
    [InlineData(34, 100, "0")]
    [InlineData(35, 100, "0")]
    [InlineData(36, 100, "0.43")]
    [InlineData(55, 100, "8.5")]
    [InlineData(74, 100, "16.58")]
    [InlineData(75, 100, "17")]
    [InlineData(76, 100, "17")]
    [InlineData(100, 100, "17")]
    [InlineData(7, 20, "0")]
    [InlineData(3, 4, "17")]
    [InlineData(1, 1, "17")]
    public void Points_grow_in_proportion_between_the_thresholds(int numerator, int denominator, string points) =>
        Assert.Equal(decimal.Parse(points, CultureInfo.InvariantCulture), PointsRule.Between(numerator, denominator, 17, 35, 75));

    /// <summary>17 x (36 - 35) / 40 = 0.425; 17 x (44 - 35) / 40 = 3.825; 15 x (50.1 - 50) / 40 = 0.0375.</summary>
    [Theory]
    [InlineData(72, 200, 17, 35, 75, "0.43")]
    [InlineData(88, 200, 17, 35, 75, "3.83")]
    [InlineData(501, 1000, 15, 50, 90, "0.04")]
    [InlineData(1, 3, 10, 0, 100, "3.33")]
    [InlineData(2, 3, 10, 0, 100, "6.67")]
    public void Half_a_hundredth_is_rounded_up(int numerator, int denominator, int points, int lower, int upper, string expected) =>
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), PointsRule.Between(numerator, denominator, points, lower, upper));

    [Fact]
    public void A_share_exactly_on_a_threshold_is_not_lost_to_division()
    {
        // Divided first, 14 / 40 and the like come out a hair beside the threshold in binary.
        Assert.Equal(0, PointsRule.Between(77, 100, 10, 77, 90));
        Assert.Equal(10, PointsRule.Between(77, 100, 10, 40, 77));
        Assert.Equal(10, PointsRule.Between(7, 7, 10, 40, 100));
        Assert.Equal(0, PointsRule.Between(14, 40, 10, 35, 75));
    }

    [Fact]
    public void No_denominator_gives_neither_points_nor_percentage() => Assert.Null(PointsRule.Between(0, 0, 17, 35, 75));

    [Fact]
    public void Points_never_fall_as_the_numerator_grows()
    {
        for (var denominator = 1; denominator <= 60; denominator++)
        {
            var points = Enumerable.Range(0, denominator + 1).Select(n => PointsRule.Between(n, denominator, 17, 35, 75)!.Value).ToArray();
            Assert.Equal(points.Order(), points);
            Assert.All(points, p => Assert.True(p is >= 0 and <= 17 && decimal.Round(p, 2) == p));
        }
    }
}
