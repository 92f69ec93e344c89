namespace QofFhir.Core.Outlook;

/// <summary>The fewest more patients achieved, of those outstanding in a denominator, that take an indicator to its thresholds.</summary>
/// <param name="ToLower">To stand on the lower threshold; 0 when it stands there, null when nobody suffices or there is none.</param>
/// <param name="BeyondLower">To stand above it, where points begin.</param>
/// <param name="ToUpper">To stand on the upper threshold, where all points are earned.</param>
public sealed record NumberNeeded(int? ToLower, int? BeyondLower, int? ToUpper)
{
    /// <param name="available">How many of the outstanding can still be achieved.</param>
    /// <exception cref="ArgumentOutOfRangeException">More are available than are outstanding.</exception>
    public static NumberNeeded Of(int numerator, int denominator, int available, decimal? lower, decimal? upper)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfNegative(available);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numerator + available, denominator);
        return denominator == 0 ? new(null, null, null) : new(
            lower is { } l ? Fewest(k => Share(k) >= l * denominator) : null,
            lower is { } b ? Fewest(k => Share(k) > b * denominator) : null,
            upper is { } u ? Fewest(k => Share(k) >= u * denominator) : null);

        // Multiplied out, so that nothing is lost to division.
        decimal Share(int more) => (numerator + more) * 100m;

        int? Fewest(Func<int, bool> reaches) => Outlook.Fewest.Of(available, reaches);
    }
}
