using QofFhir.Core.Aggregation;
using QofFhir.Core.Improvement.Charts;

namespace QofFhir.Core.Outlook;

/// <summary>Where an indicator's percentage is heading by the practice's own months: a random walk with drift.</summary>
/// <remarks>Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd edition, sections 5.2 and 5.5: the mean is the last value plus the mean monthly change for each month ahead, its variance that of the changes times h (1 + h / (T - 1)).</remarks>
/// <param name="Months">Ends of months, the latest last; a month without denominator has no share.</param>
/// <param name="YearEnd">Null when there is no forecast.</param>
/// <param name="WhyNone">Why there is none; null when there is one.</param>
public sealed record Trajectory(IReadOnlyList<SeriesPoint> Months, Forecast? YearEnd, string? WhyNone)
{
    /// <summary>With fewer the changes have no spread to go by.</summary>
    public const int LeastMonths = 3;

    private const double Within80 = 1.2815515655446004;
    private const double Within95 = 1.959963984540054;

    /// <param name="months">By their ends, in order, one a month.</param>
    /// <param name="ahead">Months from the last of them to the year end.</param>
    /// <param name="most">The largest percentage that the patients still outstanding allow.</param>
    public static Trajectory Of(IReadOnlyList<SeriesPoint> months, int ahead, double most)
    {
        ArgumentNullException.ThrowIfNull(months);
        ArgumentOutOfRangeException.ThrowIfNegative(ahead);
        if (months.Count < LeastMonths || months.Any(m => m.Share is null))
        {
            return new(months, null, months.Count < LeastMonths
                ? $"{months.Count} of the {LeastMonths} months that a forecast needs have ended"
                : "in some month there was nobody in the denominator");
        }

        double[] percent = [.. months.Select(m => m.Share!.Value * 100)];
        var drift = (percent[^1] - percent[0]) / (percent.Length - 1);
        var squares = percent.Skip(1).Zip(percent, (later, earlier) => later - earlier - drift).Sum(e => e * e);
        var spread = Math.Sqrt(squares / (percent.Length - 2) * ahead * (1 + ((double)ahead / (percent.Length - 1))));
        var middle = percent[^1] + (drift * ahead);
        return new(months, new Forecast(Possible(middle), Around(Within80), Around(Within95)), null);

        PercentRange Around(double deviations) => new(Possible(middle - (deviations * spread)), Possible(middle + (deviations * spread)));

        double Possible(double value) => Math.Clamp(value, 0, Math.Clamp(most, 0, 100));
    }
}
