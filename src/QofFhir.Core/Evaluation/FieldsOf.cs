using QofFhir.Core.Rules;

namespace QofFhir.Core.Evaluation;

/// <summary>The fields that a condition asks, in the order of the text, each once; fields that a field's bounds ask come after it.</summary>
internal static class FieldsOf
{
    public static IEnumerable<int> Condition(EvaluationPlan plan, Condition condition) => In(plan, condition).Distinct();

    private static IEnumerable<int> In(EvaluationPlan plan, Condition condition) => condition switch
    {
        Rules.Condition.Dates c => In(plan, c.Left).Concat(In(plan, c.Right)),
        Rules.Condition.Numbers c => In(plan, c.Left).Concat(In(plan, c.Right)),
        Rules.Condition.All c => c.Conditions.SelectMany(i => In(plan, i)),
        Rules.Condition.Any c => c.Conditions.SelectMany(i => In(plan, i)),
        Rules.Condition.Not c => In(plan, c.Inner),
        Rules.Condition.Named c => In(plan, c.Inner),
        Rules.Condition.DateIsPresent c => In(plan, c.On),
        Rules.Condition.NumberIsPresent c => In(plan, c.Number),
        _ => [],
    };

    private static IEnumerable<int> In(EvaluationPlan plan, NumberExpression number) => number switch
    {
        NumberExpression.OfField n => In(plan, n.Field),
        NumberExpression.AgeAt n => In(plan, n.On),
        NumberExpression.HowMany n => n.Conditions.SelectMany(c => In(plan, c)),
        _ => [],
    };

    private static IEnumerable<int> In(EvaluationPlan plan, DateExpression date) => date switch
    {
        DateExpression.OfField d => In(plan, d.Field),
        DateExpression.Plus d => In(plan, d.Start),
        DateExpression.LaterOf d => d.Dates.SelectMany(i => In(plan, i)),
        DateExpression.EarlierOf d => d.Dates.SelectMany(i => In(plan, i)),
        _ => [],
    };

    private static IEnumerable<int> In(EvaluationPlan plan, int field) => plan.Fields[field] switch
    {
        FieldRule.Computed f => [field, .. In(plan, f.On)],
        FieldRule.HowMany f => [field, .. f.Conditions.SelectMany(c => In(plan, c))],
        FieldRule.Select f => [field, .. f.Filter.Bounds.SelectMany(b => In(plan, b.On))],
        FieldRule.Count f => [field, .. f.Filter.Bounds.SelectMany(b => In(plan, b.On))],
        _ => [field],
    };
}
