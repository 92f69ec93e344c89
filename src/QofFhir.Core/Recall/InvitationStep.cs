using QofFhir.Core.Rules;

namespace QofFhir.Core.Recall;

/// <summary>One of the invitations that a row counts, as its field reads it.</summary>
/// <param name="Field">Number of the field in the plan.</param>
/// <param name="Gap">How long after the one before it counts, that day inside; null on the first.</param>
/// <param name="Window">The other bounds on its day.</param>
internal sealed record InvitationStep(int Field, Amount? Gap, IReadOnlyList<DateBound> Window)
{
    /// <summary>The fields that lead to a field, each the earliest at least so long after the one before; null where they are not of this shape.</summary>
    public static IReadOnlyList<InvitationStep>? ChainTo(EvaluationPlan plan, int field)
    {
        if (Filter(plan, field) is not { } filter)
        {
            return null;
        }

        if (filter.Bounds.Where(b => Before(plan, filter, b) is not null).ToArray() is not [var gap])
        {
            return filter.Bounds.Any(b => b.Kind == BoundKind.On || Before(plan, filter, b) is not null) ? null : [new InvitationStep(field, null, filter.Bounds)];
        }

        var (previous, amount) = Before(plan, filter, gap)!.Value;
        DateBound[] window = [.. filter.Bounds.Where(b => b != gap)];
        return window.Any(b => b.Kind == BoundKind.On) ? null : ChainTo(plan, previous) is { } chain ? [.. chain, new InvitationStep(field, amount, window)] : null;
    }

    private static EventFilter? Filter(EvaluationPlan plan, int field) =>
        plan.Fields[field] is FieldRule.Select { Pick: Pick.Earliest, Filter: { Value: null, WithPressure: false, NewEpisode: false } filter } ? filter : null;

    /// <summary>The field of the same clusters that a bound counts from, and how far.</summary>
    private static (int Field, Amount Gap)? Before(EvaluationPlan plan, EventFilter filter, DateBound bound) =>
        bound is { Kind: BoundKind.OnOrAfter, On: DateExpression.Plus { Start: DateExpression.OfField previous, Amount: { Count: > 0, Unit: AmountUnit.Day or AmountUnit.Week } gap } }
        && Filter(plan, previous.Field) is { } before && before.Clusters.Order().SequenceEqual(filter.Clusters.Order())
            ? (previous.Field, gap)
            : null;
}
