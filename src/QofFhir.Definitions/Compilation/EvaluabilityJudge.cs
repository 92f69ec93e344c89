using QofFhir.Core.Rules;

namespace QofFhir.Definitions.Compilation;

/// <summary>Derives from the clusters at hand whether an indicator can be evaluated: what decides the population or the numerator must have codes.</summary>
internal sealed class EvaluabilityJudge(EvaluationPlan plan)
{
    private readonly PlanStatus _status = new(plan);

    public Evaluability Of(IndicatorRule rule)
    {
        var shortfalls = new ShortfallCollector(plan, _status);
        Completeness core;
        switch (rule)
        {
            case IndicatorRule.Attestation:
                return Evaluability.Complete;
            case IndicatorRule.Register register:
                core = OfPopulation(register.Registers, shortfalls);
                break;
            default:
                var fraction = (IndicatorRule.Fraction)rule;
                core = PlanStatus.Worst([OfPopulation(fraction.Population, shortfalls), OfAchieve(fraction)]);
                foreach (var row in fraction.Rows)
                {
                    shortfalls.Row(row);
                }

                break;
        }

        var missing = shortfalls.All;
        return core == Completeness.None
            ? new Evaluability(EvaluabilityState.NotEvaluable, EvaluabilityReason.NotEvaluable(missing), missing)
            : missing.Count > 0
                ? new Evaluability(EvaluabilityState.Incomplete, EvaluabilityReason.Incomplete(missing), missing)
                : Evaluability.Complete;
    }

    /// <summary>A stratum of which one group can never be told has no use: every row must have codes.</summary>
    public Evaluability Of(StratumRule rule)
    {
        if (rule is not StratumRule.Table table)
        {
            return Evaluability.Complete;
        }

        var shortfalls = new ShortfallCollector(plan, _status);
        foreach (var row in table.Rows)
        {
            shortfalls.Group(row);
        }

        var missing = shortfalls.All;
        return PlanStatus.Worst(table.Rows.Select(r => _status.Of(r.Line.Condition))) == Completeness.None
            ? new Evaluability(EvaluabilityState.NotEvaluable, EvaluabilityReason.NotEvaluable(missing), missing)
            : missing.Count > 0
                ? new Evaluability(EvaluabilityState.Incomplete, EvaluabilityReason.IncompleteGroups(missing), missing)
                : Evaluability.Complete;
    }

    private Completeness OfPopulation(IReadOnlyList<int> registers, ShortfallCollector shortfalls)
    {
        foreach (var register in registers)
        {
            shortfalls.Register(register, ClusterRole.Population);
        }

        // No register means everyone on the list.
        return PlanStatus.AnyOf(registers.Select(_status.OfRegister));
    }

    private Completeness OfAchieve(IndicatorRule.Fraction fraction) => PlanStatus.AnyOf(fraction.Rows
        .Where(r => r.End == RowEnd.Achieve)
        .Select(r => PlanStatus.Worst(r.Lines.Select(l => _status.Of(l.Condition)))));
}
