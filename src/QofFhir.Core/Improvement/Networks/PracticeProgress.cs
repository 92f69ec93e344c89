using QofFhir.Core.Improvement.Charts;

namespace QofFhir.Core.Improvement.Networks;

/// <summary>Where one practice of a network stands in a measure.</summary>
/// <param name="Baseline">Null where it has none.</param>
/// <param name="Now">Its latest measurement after the baseline; null where there is none.</param>
/// <param name="Objective">Its objective for the measure, the one last set; null where it has none.</param>
/// <param name="Reached">Whether it is reached now; null where that cannot be said.</param>
/// <param name="Change">Against the baseline; null where one of the two is not there.</param>
public sealed record PracticeProgress(string Practice, Measurement? Baseline, Measurement? Now, Objective? Objective, bool? Reached, ProgressChange? Change)
{
    /// <summary>Of a plan up to a day. The objective's own words stay out where they are not shared, and where the numbers are from stays out.</summary>
    internal static PracticeProgress Of(ImprovementPlan plan, string measure, Direction better, DateOnly today)
    {
        var baseline = plan.BaselineOf(measure) is { } first && first.On <= today ? first : null;
        var now = plan.LatestOf(measure, today) is { } latest && latest.On > baseline?.On ? latest : null;
        var objective = plan.Objectives.Where(o => o.Measure == measure && o.SetOn <= today).MaxBy(o => o.SetOn);
        return new(
            plan.Practice, Bare(baseline), Bare(now), objective is null or { Shared: true } ? objective : objective with { Text = "" },
            now is null ? null : objective?.IsReachedBy(now), now is null ? null : ProgressChange.Of(baseline!.Counts, now.Counts, objective?.Direction ?? better));

        static Measurement? Bare(Measurement? measurement) => measurement is null ? null : measurement with { MeasuredFrom = "" };
    }
}
