using QofFhir.Core.Aggregation;
using QofFhir.Core.Improvement.Charts;

namespace QofFhir.Core.Improvement.Networks;

/// <summary>Where a network stands in a measure.</summary>
/// <param name="Measure">Identifier of the measure.</param>
/// <param name="Practices">All of them, by code.</param>
/// <param name="Counted">How many have both a baseline and a later measurement with somebody to count: they alone are added up, so that the two sums are of the same practices.</param>
/// <param name="Baseline">Sum of the baselines.</param>
/// <param name="Now">Sum of the latest measurements.</param>
/// <param name="Change">Of the sums.</param>
public sealed record MeasureProgress(string Measure, string Title, IReadOnlyList<PracticeProgress> Practices, int Counted, Proportion Baseline, Proportion Now, ProgressChange Change)
{
    /// <summary>Which of the practices are in the sums, in words.</summary>
    public string Coverage => $"{Counted} of {Practices.Count} practices are counted at both times.";

    internal static MeasureProgress Of(string measure, string title, IEnumerable<ImprovementPlan> plans, Direction better, DateOnly today)
    {
        ImprovementPlan[] all = [.. plans.OrderBy(p => p.Practice, StringComparer.Ordinal)];
        PracticeProgress[] practices = [.. all.Select(p => PracticeProgress.Of(p, measure, better, today))];
        PracticeProgress[] counted = [.. practices.Where(p => p is { Baseline.Denominator: > 0, Now.Denominator: > 0 })];
        var (baseline, now) = (Sum(counted.Select(p => p.Baseline!)), Sum(counted.Select(p => p.Now!)));
        return new(measure, title, practices, counted.Length, baseline, now, ProgressChange.Of(baseline, now, Wanted(all, measure, today) ?? better));
    }

    /// <summary>The direction on which all objectives agree.</summary>
    private static Direction? Wanted(IEnumerable<ImprovementPlan> plans, string measure, DateOnly today) =>
        plans.Select(p => p.WantedOf(measure, today)).OfType<Direction>().Distinct().ToArray() is [var one] ? one : null;

    private static Proportion Sum(IEnumerable<Measurement> measurements) =>
        measurements.Aggregate(new Proportion(0, 0), (sum, m) => new(sum.Numerator + m.Numerator, sum.Denominator + m.Denominator));
}
