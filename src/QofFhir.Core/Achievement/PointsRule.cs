namespace QofFhir.Core.Achievement;

/// <summary>Points between two thresholds.</summary>
public static class PointsRule
{
    /// <summary>Points for <paramref name="numerator"/> of <paramref name="denominator"/>: none at or below the lower threshold, all at or above the upper, in proportion between, rounded half up (recalled) to whole hundredths.</summary>
    /// <returns>Null when the denominator is 0: neither points nor percentage.</returns>
    public static decimal? Between(long numerator, long denominator, decimal points, decimal lower, decimal upper)
    {
        if (denominator == 0)
        {
            return null;
        }

        // Multiplied out, so that a percentage exactly on a threshold is not lost to division.
        var above = (numerator * 100m) - (lower * denominator);
        var span = (upper - lower) * denominator;
        return above <= 0 ? 0
            : above >= span ? points
            : Math.Round(points * above / span, 2, MidpointRounding.AwayFromZero);
    }
}
