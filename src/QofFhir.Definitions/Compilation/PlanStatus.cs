using QofFhir.Core.Rules;

namespace QofFhir.Definitions.Compilation;

/// <summary>How much of what a field, a condition or a register reads is held.</summary>
/// <remarks>
/// A single test is as good as the worst of its fields. All of several: the worst. Any of several: none only when all are none.
/// Behind a <c>not</c>, and in a row that rejects, "all" and "any" change places, so that two ways of writing one rule come to
/// the same: a register that rejects "no diagnosis or resolved" needs both, as one that selects "diagnosis and not resolved" does.
/// </remarks>
internal sealed class PlanStatus(EvaluationPlan plan)
{
    private readonly Completeness?[] _fields = new Completeness?[plan.Fields.Count];
    private readonly Completeness?[] _registers = new Completeness?[plan.Registers.Count];

    public static Completeness Worst(IEnumerable<Completeness> parts) => parts.DefaultIfEmpty(Completeness.Full).Min();

    /// <summary>None when all are none, full when all are full or there is none of them, else partial.</summary>
    public static Completeness AnyOf(IEnumerable<Completeness> parts)
    {
        var distinct = parts.Distinct().ToList();
        return distinct.Count switch
        {
            0 => Completeness.Full,
            1 => distinct[0],
            _ => Completeness.Partial,
        };
    }

    public Completeness OfRegister(int register) => _registers[register] ??= Worst(
        plan.Registers[register].Rows.Select(r => Of(r.Line.Condition, turned: !r.Selects)));

    /// <param name="turned">True behind an odd number of <c>not</c>s and rejections.</param>
    public Completeness Of(Condition condition, bool turned = false) => condition switch
    {
        Condition.All a => turned ? AnyOf(a.Conditions.Select(c => Of(c, true))) : Worst(a.Conditions.Select(c => Of(c))),
        Condition.Any a => turned ? Worst(a.Conditions.Select(c => Of(c, true))) : AnyOf(a.Conditions.Select(c => Of(c))),
        Condition.Not n => Of(n.Inner, !turned),
        Condition.Named n => Of(n.Inner, turned),
        Condition.InRegister r => OfRegister(r.Register),
        Condition.DateIsPresent d => Of(d.On),
        Condition.NumberIsPresent n => Of(n.Number),
        Condition.Dates d => Worst([Of(d.Left), Of(d.Right)]),
        Condition.Numbers n => Worst([Of(n.Left), Of(n.Right)]),
        _ => Completeness.Full,
    };

    public Completeness OfField(int field) => _fields[field] ??= plan.Fields[field] switch
    {
        FieldRule.Computed c => Of(c.On),
        FieldRule.HowMany h => AnyOf(h.Conditions.Select(c => Of(c))),
        var events => OfEvents(Uses.FilterOf(events)!),
    };

    private Completeness OfEvents(EventFilter filter) => Worst(
        filter.Bounds.Select(b => Of(b.On)).Append(AnyOf(filter.Clusters.Select(c => plan.Clusters[c].Completeness))));

    private Completeness Of(DateExpression date) => date switch
    {
        DateExpression.OfField f => OfField(f.Field),
        DateExpression.Plus p => Of(p.Start),
        // A choice leaves absent dates out: any of several.
        _ => AnyOf(Uses.Choices(date).Select(Of)),
    };

    private Completeness Of(NumberExpression number) => number switch
    {
        NumberExpression.OfField f => OfField(f.Field),
        NumberExpression.AgeAt a => Of(a.On),
        NumberExpression.HowMany h => AnyOf(h.Conditions.Select(c => Of(c))),
        _ => Completeness.Full,
    };
}
