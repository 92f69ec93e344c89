using QofFhir.Core.Achievement;

namespace QofFhir.Core.Outlook;

/// <summary>One indicator: where it stands, where it is heading, and what can still be done.</summary>
/// <param name="Views">Its result at each of the outlook's views, in their order; the last is that of the year end.</param>
/// <param name="StillPossible">How many of those outstanding at the year end can still be achieved; 0 for registers and attestations.</param>
/// <param name="LapsingByYearEnd">How many are in date today and lapse before the year ends.</param>
/// <param name="Trajectory">Null for what has no percentage.</param>
public sealed record IndicatorOutlook(
    FrameworkIndicator Indicator, IReadOnlyList<IndicatorResult> Views, int StillPossible, int LapsingByYearEnd, Trajectory? Trajectory)
{
    /// <summary>If nothing is added to the record.</summary>
    public IndicatorResult AtYearEnd => Views[^1];

    /// <summary>By the counts of the year end; null without thresholds or counts.</summary>
    public NumberNeeded? Needed { get; } = Indicator is { Lower: { } lower, Upper: { } upper } && Views[^1].Counts is { } counts
        ? NumberNeeded.Of(counts.Numerator, counts.Denominator, StillPossible, lower, upper)
        : null;

    /// <summary>The fewest more patients that bring points, one where points have begun; null when no more can be earned.</summary>
    public NextStep? Next => Counted && Fewest.Of(StillPossible, k => PointsWith(k) > PointsWith(0)) is { } patients
        ? new NextStep(patients, PointsWith(patients) - PointsWith(0))
        : null;

    /// <summary>All that can still be earned: to the upper threshold, or as near to it as those who are left bring it; null when nothing can.</summary>
    public NextStep? Most => Counted && PointsWith(StillPossible) is var most && most > PointsWith(0)
        ? new NextStep(Fewest.Of(StillPossible, k => PointsWith(k) >= most)!.Value, most - PointsWith(0))
        : null;

    private bool Counted => Needed is not null && AtYearEnd.Counts!.Denominator > 0;

    /// <summary>Points at the year end with so many more patients achieved; as they stand without thresholds or patients.</summary>
    public decimal PointsWith(int more) => Needed is not null && AtYearEnd.Counts is { Denominator: > 0 } counts
        ? PointsRule.Between(counts.Numerator + more, counts.Denominator, Indicator.Points, Indicator.Lower!.Value, Indicator.Upper!.Value)!.Value
        : AtYearEnd.Points ?? 0;
}
