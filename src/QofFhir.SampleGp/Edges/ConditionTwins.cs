using System.Globalization;
using QofFhir.Core.Rules;

namespace QofFhir.SampleGp.Edges;

/// <summary>Small breaks of a condition: each edge moved by one day or one step, each part lost, each word for its neighbour.</summary>
internal sealed class ConditionTwins(EvaluationPlan plan, Mentions mentions)
{
    public IEnumerable<(string What, Condition Broken)> Of(Condition condition) => condition switch
    {
        Condition.Named c => Of(c.Inner).Select(t => ($"{c.Name}: {t.What}", t.Broken)),
        Condition.Not c => Of(c.Inner).Select(t => (t.What, (Condition)new Condition.Not(t.Broken))).Append(("not lost", c.Inner)),
        Condition.All c => Parts(c.Conditions, parts => new Condition.All(parts)).Append(("or for and", new Condition.Any(c.Conditions))),
        Condition.Any c => Parts(c.Conditions, parts => new Condition.Any(parts)).Append(("and for or", new Condition.All(c.Conditions))),
        Condition.Dates c => Dates(c),
        Condition.Numbers c => Numbers(c),
        Condition.Always => [],
        _ => Inside(condition).Append(("turned round", new Condition.Not(condition))),
    };

    public IEnumerable<(string What, IReadOnlyList<Condition> Broken)> OfList(IReadOnlyList<Condition> conditions) =>
        conditions.SelectMany((c, i) => Of(c).Select(t => (t.What, Places.With(conditions, i, t.Broken))))
            .Concat(conditions.Select((_, i) => ($"without part {i + 1}", Places.Without(conditions, i))));

    private static IEnumerable<(string What, Condition Broken)> Inside(Condition condition) => condition is Condition.DateIsPresent c
        ? DateTwins.Of(c.On).Select(t => (t.What, (Condition)new Condition.DateIsPresent(t.Broken)))
        : [];

    private IEnumerable<(string What, Condition Broken)> Parts(
        IReadOnlyList<Condition> conditions, Func<IReadOnlyList<Condition>, Condition> rebuilt) =>
        OfList(conditions).Select(t => (t.What, rebuilt(t.Broken)));

    private IEnumerable<(string What, Condition Broken)> Dates(Condition.Dates c)
    {
        var right = DateTwins.Edges(c.Right).Select(t => (t.What, (Condition)(c with { Right = t.Broken })));
        var left = DateTwins.Of(c.Left).Select(t => (t.What, (Condition)(c with { Left = t.Broken })));
        return right.Concat(left).Concat(Words(c.Comparison).Select(w => (w.ToString(), (Condition)(c with { Comparison = w }))))
            .Select(t => ($"{Name(c.Left)} {c.Comparison} {t.Item1}", t.Item2));
    }

    private IEnumerable<(string What, Condition Broken)> Numbers(Condition.Numbers c)
    {
        var step = Step(c.Left) is { } own ? own : Step(c.Right) ?? 1;
        var shifted = c.Right is NumberExpression.Literal limit
            ? new[] { -step, step }.Select(by => ($"{limit.Number + by}", (Condition)(c with { Right = new NumberExpression.Literal(limit.Number + by) })))
            : [];
        var left = Of(c.Left).Select(t => (t.What, (Condition)(c with { Left = t.Broken })));
        var right = Of(c.Right).Select(t => (t.What, (Condition)(c with { Right = t.Broken })));
        return shifted.Concat(left).Concat(right).Concat(Words(c.Comparison).Select(w => (w.ToString(), (Condition)(c with { Comparison = w }))))
            .Select(t => ($"{Name(c.Left)} {c.Comparison} {t.Item1}", t.Item2));
    }

    private decimal? Step(NumberExpression number) => number is NumberExpression.OfField n ? mentions.Step(n.Field, n.Part) : null;

    private IEnumerable<(string What, NumberExpression Broken)> Of(NumberExpression number) => number switch
    {
        NumberExpression.AgeAt n => DateTwins.Edges(n.On).Select(t => ("age " + t.What, (NumberExpression)new NumberExpression.AgeAt(t.Broken))),
        NumberExpression.HowMany n => OfList(n.Conditions).Select(t => (t.What, (NumberExpression)new NumberExpression.HowMany(t.Broken))),
        _ => [],
    };

    /// <summary>The comparison that differs on the boundary only; "equal" has two.</summary>
    private static Comparison[] Words(Comparison comparison) => comparison switch
    {
        Comparison.Less => [Comparison.AtMost],
        Comparison.AtMost => [Comparison.Less],
        Comparison.Equal => [Comparison.AtMost, Comparison.AtLeast],
        Comparison.AtLeast => [Comparison.Greater],
        _ => [Comparison.AtLeast],
    };

    private string Name(DateExpression side) => side switch
    {
        DateExpression.OfField d => plan.Fields[d.Field].Name + "_DAT",
        DateExpression.Named d => d.Name.ToString(),
        DateExpression.Plus d => Name(d.Start) + (d.Amount.Count < 0 ? " - " : " + ") + d.Amount,
        DateExpression.Literal d => d.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => side.GetType().Name,
    };

    private string Name(NumberExpression side) => side switch
    {
        NumberExpression.OfField n => $"{plan.Fields[n.Field].Name} {n.Part}",
        NumberExpression.AgeAt n => "age at " + Name(n.On),
        _ => side.GetType().Name,
    };
}
