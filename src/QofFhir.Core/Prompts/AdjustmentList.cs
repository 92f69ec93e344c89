using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Prompts;

/// <summary>The adjustments that somebody who sees a patient may record, tried one after the other.</summary>
internal sealed class AdjustmentList
{
    /// <summary>Of a longer list nobody could choose for the patient.</summary>
    private const int MostCodes = 4;

    private readonly EvaluationPlan _plan;
    private readonly ClusterIndex _index;
    private readonly (FrameworkIndicator Indicator, OutcomeTable Table, (string Code, string Cluster)[] Codes)[] _indicators;

    private readonly HashSet<string> _care;

    public AdjustmentList(Framework framework, ClusterIndex index)
    {
        (_plan, _index) = (framework.Plan, index);
        _care = framework.Care.SelectMany(c => c.Clusters).ToHashSet(StringComparer.Ordinal);
        _indicators = [.. framework.Indicators
            .Where(i => i.Evaluability.State != EvaluabilityState.NotEvaluable && i.Rule is { } rule && _plan.Indicators[rule] is IndicatorRule.Fraction)
            .Select(i => (i, new OutcomeTable(_plan.Indicators[i.Rule!.Value]), Codes((IndicatorRule.Fraction)_plan.Indicators[i.Rule!.Value])))];
    }

    /// <summary>Names of all clusters that adjustments are recorded from.</summary>
    public IEnumerable<string> Clusters => _indicators.SelectMany(i => i.Codes).Select(c => c.Cluster).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <param name="walk">Of the patient's records; is left on other dates.</param>
    public IReadOnlyList<AdjustmentOption> Of(PatientWalk walk, int patient, PatientPrompts of, string? practice)
    {
        var open = of.Prompts.Where(p => p.State is PromptState.Outstanding or PromptState.DueLater).Select(p => p.Indicator.Id).ToHashSet(StringComparer.Ordinal);
        var asked = _indicators.Where(i => open.Contains(i.Indicator.Id)).ToArray();
        var found = new List<AdjustmentOption>();
        foreach (var (code, cluster) in asked.SelectMany(i => i.Codes).DistinctBy(c => c.Code))
        {
            walk.Begin(patient, practice, ServiceDates.Year(of.Today));
            walk.Suppose(_index.Of([code]));
            found.AddRange(asked
                .Where(i => i.Codes.Any(c => c.Code == code))
                .Select(i => (i.Indicator.Id, Reason: (walk.Walk(i.Table, out _) as Outcome.Adjusted)?.Reason))
                .Where(i => i.Reason is { } reason && Offered(reason))
                .GroupBy(i => i.Reason!.Value)
                .Select(g => new AdjustmentOption(g.Key, cluster, code, [.. g.Select(i => i.Id)])));
        }

        return [.. found.OrderBy(f => f.Reason).ThenByDescending(f => f.Indicators.Count).ThenBy(f => f.Code, StringComparer.Ordinal)];
    }

    /// <summary>The review's three categories: the others follow from dates and from what a practice can offer.</summary>
    private static bool Offered(AdjustmentReason reason) =>
        reason is AdjustmentReason.Unsuitable or AdjustmentReason.PatientChoseNotTo or AdjustmentReason.DidNotRespond;

    /// <summary>Those of which a single entry may make a row of the three categories decide. What care leaves in the record is no decision: nobody records a test that was not done.</summary>
    private (string Code, string Cluster)[] Codes(IndicatorRule.Fraction rule) => [.. rule.Rows
        .Where(r => r.End == RowEnd.Adjust && Offered(r.Reason!.Value))
        .SelectMany(r => r.Lines).SelectMany(l => FieldsOf.Asked(_plan, l.Condition))
        .SelectMany(f => _plan.Fields[f] is FieldRule.Select { Filter: { Value: null, WithPressure: false } filter } ? filter.Clusters : [])
        .Select(c => _plan.Clusters[c])
        .Where(c => c is { Class: ClusterClass.Code, Codes.Count: > 0 and <= MostCodes } && !_care.Contains(c.Name))
        .SelectMany(c => c.Codes.Order(StringComparer.Ordinal).Select(code => (code, c.Name)))
        .DistinctBy(c => c.code)];
}
