using QofFhir.Core.Aggregation;
using QofFhir.Core.Improvement;
using QofFhir.Core.Improvement.Charts;

namespace QofFhir.Tests.Core.Improvement.Charts;

/// <summary>What a difference from the baseline says, and when it says nothing.</summary>
public sealed class ProgressChangeTests
{
    /// <summary>Newcombe, Interval estimation for the difference between independent proportions, Statistics in Medicine 1998;17:873-890, table II, method 10.</summary>
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.0582, 0.8062)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0000)]
    public void The_interval_is_that_of_Newcombe(long now, long of, long baseline, long from, double lower, double upper)
    {
        var difference = ProgressChange.Of(new(baseline, from), new(now, of)).Difference!.Value;
        Assert.Equal((lower, upper), (Math.Round(difference.Lower, 4), Math.Round(difference.Upper, 4)));
    }

    [Theory]
    [InlineData(48, 80, 56, 70, Direction.Higher, ChangeVerdict.Better)]
    [InlineData(48, 80, 56, 70, Direction.Lower, ChangeVerdict.Worse)]
    [InlineData(56, 70, 48, 80, Direction.Higher, ChangeVerdict.Worse)]
    [InlineData(56, 70, 48, 80, Direction.Lower, ChangeVerdict.Better)]
    [InlineData(48, 80, 50, 80, Direction.Higher, ChangeVerdict.NoClearChange)]
    [InlineData(1, 3, 2, 3, Direction.Higher, ChangeVerdict.TooSmall)]
    [InlineData(0, 3, 3, 3, Direction.Higher, ChangeVerdict.Better)]
    [InlineData(0, 2, 2, 2, Direction.Higher, ChangeVerdict.Better)]
    [InlineData(0, 1, 1, 1, Direction.Higher, ChangeVerdict.TooSmall)]
    [InlineData(0, 0, 5, 9, Direction.Higher, ChangeVerdict.NothingToCompare)]
    [InlineData(5, 9, 0, 0, Direction.Higher, ChangeVerdict.NothingToCompare)]
    [InlineData(80, 80, 80, 80, Direction.Higher, ChangeVerdict.NoClearChange)]
    public void The_verdict_follows_from_the_interval(long baseline, long from, long now, long of, Direction better, ChangeVerdict verdict) =>
        Assert.Equal(verdict, ProgressChange.Of(new(baseline, from), new(now, of), better).Verdict);

    [Fact]
    public void Each_verdict_is_a_plain_sentence()
    {
        Assert.Equal("Better than at the baseline: +20.0 percentage points (95 % interval 5.2 to 33.4).", Text(48, 80, 56, 70));
        Assert.Equal("No clear change: +2.5 percentage points (95 % interval -12.4 to 17.2), which chance alone may make.", Text(48, 80, 50, 80));
        Assert.Equal("The numbers are too small to say: with 3 patients at the baseline and 3 now, no result could have shown a change.", Text(1, 3, 2, 3));
        Assert.Equal("There is nothing to compare: at the baseline or now there is nobody to count.", Text(0, 0, 1, 1));
    }

    private static string Text(long baseline, long from, long now, long of) => ProgressChange.Of(new Proportion(baseline, from), new Proportion(now, of)).Text;
}
