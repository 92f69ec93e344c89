using QofFhir.Core.Rules;

namespace QofFhir.Definitions.Compilation;

/// <summary>What a compiled expression names directly.</summary>
internal static class Uses
{
    public static IReadOnlyList<int> Clusters(FieldRule field) => FilterOf(field)?.Clusters ?? [];

    public static EventFilter? FilterOf(FieldRule field) => field switch
    {
        FieldRule.Select s => s.Filter,
        FieldRule.Count c => c.Filter,
        _ => null,
    };

    public static IEnumerable<int> Fields(FieldRule field) => field switch
    {
        FieldRule.Computed c => Fields(c.On),
        FieldRule.HowMany h => h.Conditions.SelectMany(Fields),
        _ => FilterOf(field)!.Bounds.SelectMany(b => Fields(b.On)),
    };

    public static IEnumerable<int> Fields(DateExpression date) => date switch
    {
        DateExpression.OfField f => [f.Field],
        DateExpression.Plus p => Fields(p.Start),
        _ => Choices(date).SelectMany(Fields),
    };

    /// <summary>The dates that a <c>later of</c> or <c>earlier of</c> chooses from.</summary>
    public static IReadOnlyList<DateExpression> Choices(DateExpression date) => date switch
    {
        DateExpression.LaterOf l => l.Dates,
        DateExpression.EarlierOf e => e.Dates,
        _ => [],
    };

    public static IEnumerable<int> Fields(NumberExpression number) => number switch
    {
        NumberExpression.OfField f => [f.Field],
        NumberExpression.AgeAt a => Fields(a.On),
        NumberExpression.HowMany h => h.Conditions.SelectMany(Fields),
        _ => [],
    };

    public static IEnumerable<int> Fields(Condition condition) => condition switch
    {
        Condition.DateIsPresent d => Fields(d.On),
        Condition.NumberIsPresent n => Fields(n.Number),
        Condition.Dates d => Fields(d.Left).Concat(Fields(d.Right)),
        Condition.Numbers n => Fields(n.Left).Concat(Fields(n.Right)),
        _ => Inner(condition).SelectMany(Fields),
    };

    /// <summary>The conditions that a condition is made of; none for a single test.</summary>
    public static IReadOnlyList<Condition> Inner(Condition condition) => condition switch
    {
        Condition.All a => a.Conditions,
        Condition.Any a => a.Conditions,
        Condition.Not n => [n.Inner],
        Condition.Named n => [n.Inner],
        _ => [],
    };
}
