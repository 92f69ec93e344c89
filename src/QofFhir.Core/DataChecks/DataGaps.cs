using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;

namespace QofFhir.Core.DataChecks;

/// <summary>Keeps an input with gaps from being counted low.</summary>
public static class DataGaps
{
    /// <summary>The framework as this input can be evaluated: what rests on missing entries is not evaluable and says why. Attestations stay.</summary>
    public static Framework Lacking(this Framework framework, IReadOnlyList<DataGap> gaps) => gaps.Count == 0
        ? framework
        : framework with
        {
            Indicators = [.. framework.Indicators.Select(i => Lacking(framework.Plan, i, gaps))],
            Registers = [.. framework.Registers.Select(i => Lacking(framework.Plan, i, gaps))],
            Strata = [.. framework.Strata.Select(s => s with { Evaluability = Lacking(s.Evaluability, Reach.AllOf(framework.Plan, s.Rule), gaps) })],
        };

    private static FrameworkIndicator Lacking(EvaluationPlan plan, FrameworkIndicator indicator, IReadOnlyList<DataGap> gaps) =>
        indicator.Rule is not { } number || plan.Indicators[number] is IndicatorRule.Attestation
            ? indicator
            : indicator with { Evaluability = Lacking(indicator.Evaluability, Reach.AllOf(plan, plan.Indicators[number]), gaps) };

    private static Evaluability Lacking(Evaluability known, IReadOnlyList<Cluster> clusters, IReadOnlyList<DataGap> gaps)
    {
        string[] reasons = [.. gaps.Where(g => g.Touches(clusters)).Select(g => g.Reason)];
        return reasons.Length == 0 || known.State == EvaluabilityState.NotEvaluable
            ? known
            : new Evaluability(EvaluabilityState.NotEvaluable, "data is missing: " + string.Join("; ", reasons), known.Shortfalls);
    }
}
