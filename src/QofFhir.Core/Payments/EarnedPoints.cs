using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Payments;

/// <summary>What an indicator earned, as payment takes it: from an evaluation here or from a report.</summary>
/// <param name="Points">Null when not known, which is never 0.</param>
/// <param name="Provisional">True when the points may change.</param>
/// <param name="Remark">Why the points are absent, provisional, or 0 without a patient; null otherwise.</param>
public sealed record EarnedPoints(FrameworkIndicator Indicator, decimal? Points, bool Provisional, string? Remark)
{
    /// <summary>How sure the points, the thresholds and the rules behind the figure are.</summary>
    public Certainty Certainty { get; init; } = LeastOf(Indicator);

    /// <summary>The points of a result. A denominator of 0 earns none (recalled), and the remark says so.</summary>
    public static EarnedPoints Of(IndicatorResult result)
    {
        var indicator = result.Indicator;
        var incomplete = indicator.Evaluability.State == EvaluabilityState.Incomplete;
        var why = incomplete ? indicator.Evaluability.Reason : null;
        return result switch
        {
            { Points: { } points } => new EarnedPoints(indicator, points, incomplete, why),
            { Counts.Denominator: 0, Indicator: { Kind: IndicatorKind.Fraction, Lower: not null } } =>
                new EarnedPoints(indicator, 0, incomplete, "nobody is in the denominator: no points") { Certainty = Certainty.Recalled },
            _ => new EarnedPoints(indicator, null, false, WhyNone(result)),
        };
    }

    private static string WhyNone(IndicatorResult result) =>
        result.Indicator.Evaluability is { State: EvaluabilityState.NotEvaluable } evaluability ? $"not evaluable: {evaluability.Reason}"
        : result.Indicator.Kind == IndicatorKind.Attestation ? "not declared yet"
        : "the year gives no points for it";

    private static Certainty LeastOf(FrameworkIndicator indicator) =>
        new[] { indicator.PointsCertainty, indicator.ThresholdCertainty, indicator.RulesCertainty }.OfType<Certainty>().Max();
}
