using QofFhir.Core.Rules;

namespace QofFhir.Definitions.Compilation;

/// <summary>How many steps a plan takes at most for one patient, readings of events apart: fields and registers are worked out once, conditions as often as they are named.</summary>
internal sealed class PlanCost
{
    // High enough to be too much, low enough to be added up.
    private const long Endless = 1L << 40;

    private readonly Dictionary<object, long> _known = new(ReferenceEqualityComparer.Instance);

    public static long Of(EvaluationPlan plan)
    {
        var cost = new PlanCost();
        return plan.Fields.Sum(f => 1 + (f is FieldRule.HowMany h ? cost.Of(h.Conditions) : 0))
            + plan.Registers.SelectMany(r => r.Rows).Sum(r => cost.Of(r.Line.Condition))
            + plan.Indicators.OfType<IndicatorRule.Fraction>().SelectMany(i => i.Rows).SelectMany(r => r.Lines).Sum(l => cost.Of(l.Condition));
    }

    private long Of(IEnumerable<Condition> conditions) => conditions.Aggregate(0L, (sum, c) => Math.Min(sum + Of(c), Endless));

    private long Of(Condition condition)
    {
        if (!_known.TryGetValue(condition, out var cost))
        {
            cost = 1 + Of(Uses.Inner(condition)) + (condition is Condition.Numbers n ? Of(n.Left) + Of(n.Right) : 0);
            _known.Add(condition, cost = Math.Min(cost, Endless));
        }

        return cost;
    }

    private long Of(NumberExpression number) => number is NumberExpression.HowMany h ? Of(h.Conditions) : 0;
}
