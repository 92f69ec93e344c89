using QofFhir.Core.Aggregation;

namespace QofFhir.Core.Improvement.Charts;

/// <summary>How a measure changed against its baseline.</summary>
/// <param name="Difference">Now less baseline; null where one of them has nobody to count.</param>
public sealed record ProgressChange(Proportion Baseline, Proportion Now, Direction Better, Difference? Difference, ChangeVerdict Verdict)
{
    /// <remarks>The interval takes the two counts for independent. They are largely of the same patients, so it is wider than need be: a change that it shows is there.</remarks>
    public static ProgressChange Of(Proportion baseline, Proportion now, Direction better = Direction.Higher)
    {
        var difference = Aggregation.Difference.Between(now, baseline);
        return new(baseline, now, better, difference, difference switch
        {
            null => ChangeVerdict.NothingToCompare,
            { Lower: > 0 } => better == Direction.Higher ? ChangeVerdict.Better : ChangeVerdict.Worse,
            { Upper: < 0 } => better == Direction.Lower ? ChangeVerdict.Better : ChangeVerdict.Worse,
            _ when !CouldTell(baseline, now.Denominator) => ChangeVerdict.TooSmall,
            _ => ChangeVerdict.NoClearChange,
        });
    }

    /// <summary>The verdict in a sentence.</summary>
    public string Text => Verdict switch
    {
        ChangeVerdict.Better => $"Better than at the baseline: {Points}.",
        ChangeVerdict.Worse => $"Worse than at the baseline: {Points}.",
        ChangeVerdict.NoClearChange => $"No clear change: {Points}, which chance alone may make.",
        ChangeVerdict.TooSmall => $"The numbers are too small to say: with {Baseline.Denominator} patients at the baseline and {Now.Denominator} now, no result could have shown a change.",
        _ => "There is nothing to compare: at the baseline or now there is nobody to count.",
    };

    private string Points => FormattableString.Invariant(
        $"{Difference!.Value.Value * 100:+0.0;-0.0;0.0} percentage points (95 % interval {Difference.Value.Lower * 100:0.0} to {Difference.Value.Upper * 100:0.0})");

    /// <summary>Whether all, or none, of that many patients could be told from the baseline.</summary>
    private static bool CouldTell(Proportion baseline, long denominator) =>
        Aggregation.Difference.Between(new(denominator, denominator), baseline) is { Lower: > 0 }
        || Aggregation.Difference.Between(new(0, denominator), baseline) is { Upper: < 0 };
}
