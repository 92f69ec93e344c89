using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Payments;

/// <summary>What an indicator earned.</summary>
/// <param name="Indicator">Such as <c>DM020</c>.</param>
/// <param name="Available">All points that can be earned.</param>
/// <param name="Points">Null when not known, which is never 0.</param>
/// <param name="Provisional">True when the points may change.</param>
/// <param name="Remark">Why the points are absent, provisional, or 0 without a patient; null otherwise.</param>
public sealed record EarnedPoints(string Indicator, decimal Available, decimal? Points, bool Provisional, string? Remark)
{
    /// <summary>How sure the points, the thresholds and the rules behind the figure are.</summary>
    public Certainty Certainty { get; init; }

    /// <summary>The points that the counts or the answer give. A denominator of 0 earns none (recalled), and the remark says so.</summary>
    public static EarnedPoints Of(StatementIndicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return indicator switch
        {
            { Declared: { } declared } => Earned(declared ? indicator.Points : 0),
            { Counts: null } => Earned(null, indicator.NotKnown),

            // A register that is kept earns its points at any size, none included.
            { Kind: IndicatorKind.Register } => Earned(indicator.Points),
            { Counts: { } counts, Lower: { } lower, Upper: { } upper } =>
                PointsRule.Between(counts.Numerator, counts.Denominator, indicator.Points, lower, upper) is { } points
                    ? Earned(points)
                    : Earned(0, "nobody is in the denominator: no points") with { Certainty = Certainty.Recalled },
            _ => Earned(null, "the year gives no points for it"),
        };

        EarnedPoints Earned(decimal? points, string? remark = null) =>
            new(indicator.Id, indicator.Points, points, points is not null && indicator.MayChange is not null, Both(remark, indicator.MayChange)) { Certainty = indicator.Certainty };

        static string? Both(string? first, string? second) => first is null || second is null ? first ?? second : $"{first}; {second}";
    }
}
