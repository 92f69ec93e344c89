using QofFhir.Core.Aggregation;

namespace QofFhir.Core.Improvement.Charts;

/// <summary>A month of a series.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Counts">Null where the measure was not counted in that month.</param>
public sealed record SeriesPoint(DateOnly Month, Proportion? Counts)
{
    /// <summary>From 0 to 1; null in a gap: not counted, or nobody to count. A gap is never 0 %.</summary>
    public double? Share => Counts?.Share;
}
