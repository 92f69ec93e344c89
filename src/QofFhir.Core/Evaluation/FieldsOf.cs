using QofFhir.Core.Rules;

namespace QofFhir.Core.Evaluation;

/// <summary>The fields that a condition asks, in the order of the text, each once; fields that a field's bounds ask come after it.</summary>
internal static class FieldsOf
{
    public static IEnumerable<int> Condition(EvaluationPlan plan, Condition condition) => In(plan, asked: false, condition).Distinct();

    /// <summary>And those of the registers that it asks, such as the palliative care register.</summary>
    public static IEnumerable<int> WithRegisters(EvaluationPlan plan, Condition condition) => Condition(plan, condition)
        .Concat(RegistersIn(condition).SelectMany(r => plan.Registers[r].Rows).SelectMany(r => WithRegisters(plan, r.Line.Condition))).Distinct();

    /// <summary>Only those whose records it asks to be there: not what stands under a <c>not</c>, nor what bounds a field or makes up a computed one.</summary>
    public static IEnumerable<int> Asked(EvaluationPlan plan, Condition condition) => In(plan, asked: true, condition).Distinct();

    private static IEnumerable<int> RegistersIn(Condition condition) => condition switch
    {
        Rules.Condition.InRegister c => [c.Register],
        Rules.Condition.All c => c.Conditions.SelectMany(RegistersIn),
        Rules.Condition.Any c => c.Conditions.SelectMany(RegistersIn),
        Rules.Condition.Not c => RegistersIn(c.Inner),
        Rules.Condition.Named c => RegistersIn(c.Inner),
        _ => [],
    };

    private static IEnumerable<int> In(EvaluationPlan plan, bool asked, Condition condition) => condition switch
    {
        Rules.Condition.Dates c => In(plan, asked, c.Left).Concat(In(plan, asked, c.Right)),
        Rules.Condition.Numbers c => In(plan, asked, c.Left).Concat(In(plan, asked, c.Right)),
        Rules.Condition.All c => c.Conditions.SelectMany(i => In(plan, asked, i)),
        Rules.Condition.Any c => c.Conditions.SelectMany(i => In(plan, asked, i)),
        Rules.Condition.Not c when !asked => In(plan, asked, c.Inner),
        Rules.Condition.Named c => In(plan, asked, c.Inner),
        Rules.Condition.DateIsPresent c => In(plan, asked, c.On),
        Rules.Condition.NumberIsPresent c => In(plan, asked, c.Number),
        _ => [],
    };

    private static IEnumerable<int> In(EvaluationPlan plan, bool asked, NumberExpression number) => number switch
    {
        NumberExpression.OfField n => In(plan, asked, n.Field),
        NumberExpression.AgeAt n => In(plan, asked, n.On),
        NumberExpression.HowMany n => n.Conditions.SelectMany(c => In(plan, asked, c)),
        _ => [],
    };

    private static IEnumerable<int> In(EvaluationPlan plan, bool asked, DateExpression date) => date switch
    {
        DateExpression.OfField d => In(plan, asked, d.Field),
        DateExpression.Plus d => In(plan, asked, d.Start),
        DateExpression.LaterOf d => d.Dates.SelectMany(i => In(plan, asked, i)),
        DateExpression.EarlierOf d => d.Dates.SelectMany(i => In(plan, asked, i)),
        _ => [],
    };

    private static IEnumerable<int> In(EvaluationPlan plan, bool asked, int field) => plan.Fields[field] switch
    {
        FieldRule.Computed f => asked ? In(plan, asked, f.On) : [field, .. In(plan, asked, f.On)],
        FieldRule.HowMany f => asked ? f.Conditions.SelectMany(c => In(plan, asked, c)) : [field, .. f.Conditions.SelectMany(c => In(plan, asked, c))],
        FieldRule.Select f when !asked => [field, .. f.Filter.Bounds.SelectMany(b => In(plan, asked, b.On))],
        FieldRule.Count f when !asked => [field, .. f.Filter.Bounds.SelectMany(b => In(plan, asked, b.On))],
        _ => [field],
    };
}
