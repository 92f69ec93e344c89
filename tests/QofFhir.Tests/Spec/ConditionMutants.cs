using QofFhir.Core.Rules;

namespace QofFhir.Tests.Spec;

/// <summary>Small breaks of a condition, one at a time: a comparison moved by its boundary, a limit or an amount by one, a part left out, <c>and</c> and <c>or</c> swapped, a <c>not</c> lost.</summary>
internal static class ConditionMutants
{
    public static Condition Never { get; } = new Condition.Not(Condition.Always.Instance);

    public static IEnumerable<(string What, Condition Broken)> Of(Condition condition) => condition switch
    {
        Condition.Named c => Of(c.Inner).Select(m => ($"{c.Name}: {m.What}", (Condition)(c with { Inner = m.Broken }))),
        Condition.Not c => Of(c.Inner).Select(m => (m.What, (Condition)new Condition.Not(m.Broken))).Append(("not lost", c.Inner)),
        Condition.All c => Parts(c.Conditions, parts => new Condition.All(parts), new Condition.Any(c.Conditions)),
        Condition.Any c => Parts(c.Conditions, parts => new Condition.Any(parts), new Condition.All(c.Conditions)),
        Condition.Dates c => Neighbours(c.Comparison).Select(n => ($"{c.Comparison} as {n}", (Condition)(c with { Comparison = n })))
            .Concat(Of(c.Left).Select(m => (m.What, (Condition)(c with { Left = m.Broken }))))
            .Concat(Of(c.Right).Select(m => (m.What, (Condition)(c with { Right = m.Broken })))),
        Condition.Numbers c => Neighbours(c.Comparison).Select(n => ($"{c.Comparison} as {n}", (Condition)(c with { Comparison = n })))
            .Concat(Of(c.Right).Select(m => (m.What, (Condition)(c with { Right = m.Broken })))),
        Condition.DateIsPresent c => [("absent for present", new Condition.Not(c))],
        _ => [],
    };

    public static IEnumerable<(string What, DateExpression Broken)> Of(DateExpression date) => date switch
    {
        DateExpression.Plus d => new[] { -1, 1 }
            .Select(by => ($"{d.Amount.Count} {d.Amount.Unit} by {by}", (DateExpression)(d with { Amount = d.Amount with { Count = d.Amount.Count + by } })))
            .Concat(Of(d.Start).Select(m => (m.What, (DateExpression)(d with { Start = m.Broken })))),
        DateExpression.LaterOf d => d.Dates.Select((_, i) => ($"without date {i}", (DateExpression)new DateExpression.LaterOf(Without(d.Dates, i))))
            .Append(("earlier for later", new DateExpression.EarlierOf(d.Dates))),
        DateExpression.Named { Name: NamedDate.PaymentPeriodStart } => [("PPED for PPSD", new DateExpression.Named(NamedDate.PaymentPeriodEnd))],
        DateExpression.Named { Name: NamedDate.PaymentPeriodEnd } => [("PPSD for PPED", new DateExpression.Named(NamedDate.PaymentPeriodStart))],
        _ => [],
    };

    public static IEnumerable<(string What, (Comparison Comparison, decimal Limit) Broken)> Of(Comparison comparison, decimal limit) =>
        Neighbours(comparison).Select(n => ($"{comparison} as {n}", (n, limit)))
            .Concat(new[] { -1, 1 }.Select(by => ($"{limit} by {by}", (comparison, limit + by))));

    private static IEnumerable<(string What, NumberExpression Broken)> Of(NumberExpression number) => number is NumberExpression.Literal n
        ? new[] { -1, 1 }.Select(by => ($"{n.Number} by {by}", (NumberExpression)new NumberExpression.Literal(n.Number + by)))
        : [];

    private static IEnumerable<(string What, Condition Broken)> Parts(
        IReadOnlyList<Condition> conditions, Func<IReadOnlyList<Condition>, Condition> rebuilt, Condition swapped) =>
        conditions.Select((_, i) => ($"without part {i}", rebuilt(Without(conditions, i))))
            .Concat(conditions.SelectMany((c, i) => Of(c).Select(m => ($"part {i}: {m.What}", rebuilt(With(conditions, i, m.Broken))))))
            .Append(("and for or", swapped));

    /// <summary>The comparison that differs on the boundary only.</summary>
    private static Comparison[] Neighbours(Comparison comparison) => comparison switch
    {
        Comparison.Less => [Comparison.AtMost],
        Comparison.AtMost => [Comparison.Less],
        Comparison.Equal => [Comparison.AtMost],
        Comparison.AtLeast => [Comparison.Greater],
        _ => [Comparison.AtLeast],
    };

    private static T[] Without<T>(IReadOnlyList<T> items, int place) => [.. items.Where((_, i) => i != place)];

    private static T[] With<T>(IReadOnlyList<T> items, int place, T item) => [.. items.Select((old, i) => i == place ? item : old)];
}
