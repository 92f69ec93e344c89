using QofFhir.Core.Rules;

namespace QofFhir.Core.Recall;

/// <summary>A row for those who did not respond, with the invitations that its condition counts.</summary>
/// <param name="Steps">From the first to the last that is asked; null where the row is of a shape that is not understood.</param>
internal sealed record InvitationRow(Row Row, IReadOnlyList<InvitationStep>? Steps, IReadOnlyList<int> Clusters)
{
    /// <summary>Those of an indicator, in their order.</summary>
    public static IReadOnlyList<InvitationRow> AllOf(EvaluationPlan plan, IndicatorRule.Fraction rule) =>
        [.. rule.Rows.Where(r => r is { End: RowEnd.Adjust, Reason: AdjustmentReason.DidNotRespond }).Select(r => Of(plan, r))];

    private static InvitationRow Of(EvaluationPlan plan, Row row)
    {
        IReadOnlyList<InvitationStep>[] chains =
        [
            .. row.Lines.SelectMany(l => Conjuncts(l.Condition)).OfType<Condition.DateIsPresent>().Select(c => c.On).OfType<DateExpression.OfField>()
                .Select(d => InvitationStep.ChainTo(plan, d.Field)).OfType<IReadOnlyList<InvitationStep>>().Where(c => c.Count > 1),
        ];
        return chains is [var chain] ? new InvitationRow(row, chain, ((FieldRule.Select)plan.Fields[chain[^1].Field]).Filter.Clusters) : new InvitationRow(row, null, []);
    }

    /// <summary>What must hold, each for itself.</summary>
    private static IEnumerable<Condition> Conjuncts(Condition condition) => condition switch
    {
        Condition.All c => c.Conditions.SelectMany(Conjuncts),
        Condition.Named c => Conjuncts(c.Inner),
        _ => [condition],
    };
}
