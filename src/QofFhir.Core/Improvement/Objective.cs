namespace QofFhir.Core.Improvement;

/// <summary>What a practice wants to reach.</summary>
/// <param name="Target">Per cent, from 0 to 100; the target itself is reached.</param>
/// <param name="Direction">Higher: the target or more. Lower: the target or less.</param>
/// <param name="By">Last day on which it can be reached.</param>
/// <param name="SetOn">Not before the measure's baseline.</param>
/// <param name="Text">In the practice's own words; empty where there are none.</param>
/// <param name="Shared">Whether the text may leave the practice.</param>
public sealed record Objective(string Id, int Version, string Measure, decimal Target, Direction Direction, DateOnly By, DateOnly SetOn, string Text = "", bool Shared = false)
    : PlanEntry(Id, Version)
{
    /// <summary>Whether a measurement of its measure reaches the target; null without denominator.</summary>
    public bool? IsReachedBy(Measurement measurement)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        if (measurement.Denominator == 0)
        {
            return null;
        }

        // Multiplied out, so that a share exactly on the target is not lost to division.
        var (share, target) = (measurement.Numerator * 100m, Target * measurement.Denominator);
        return Direction == Direction.Higher ? share >= target : share <= target;
    }
}
