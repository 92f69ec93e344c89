using System.Globalization;
using QofFhir.Core.Rules;

namespace QofFhir.Tests.Definitions.Language;

/// <summary>Compiled expressions in a plain spelling of their own, so that a test shows what the language became.</summary>
internal sealed class Printed(EvaluationPlan plan)
{
    public string Condition(Condition condition) => condition switch
    {
        Condition.All a => $"all({Join(a.Conditions)})",
        Condition.Any a => $"any({Join(a.Conditions)})",
        Condition.Not n => $"not({Condition(n.Inner)})",
        Condition.Named n => $"{n.Name}:{Condition(n.Inner)}",
        Condition.InRegister r => $"on({plan.Registers[r.Register].Name})",
        Condition.DateIsPresent d => $"there({Date(d.On)})",
        Condition.NumberIsPresent n => $"there({Number(n.Number)})",
        Condition.SexIs s => $"sex({s.Sex})",
        Condition.Dates d => $"{Date(d.Left)} {d.Comparison} {Date(d.Right)}",
        Condition.Numbers n => $"{Number(n.Left)} {n.Comparison} {Number(n.Right)}",
        _ => "always",
    };

    public string Date(DateExpression date) => date switch
    {
        DateExpression.OfField f => plan.Fields[f.Field].Name,
        DateExpression.Named n => n.Name.ToString(),
        DateExpression.Literal l => l.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateExpression.DayOfServiceYear d => $"{d.Day}/{d.Month}",
        DateExpression.LaterOf l => $"later({string.Join(", ", l.Dates.Select(Date))})",
        DateExpression.EarlierOf e => $"earlier({string.Join(", ", e.Dates.Select(Date))})",
        DateExpression.Plus p => $"{Date(p.Start)}{(p.Amount.Count < 0 ? "" : "+")}{p.Amount.Count}{p.Amount.Unit}",
        _ => "?",
    };

    public string Number(NumberExpression number) => number switch
    {
        NumberExpression.Literal l => l.Number.ToString(CultureInfo.InvariantCulture),
        NumberExpression.OfField f => $"{plan.Fields[f.Field].Name}.{f.Part}",
        NumberExpression.AgeAt a => $"age({Date(a.On)})",
        NumberExpression.HowMany h => $"count({Join(h.Conditions)})",
        _ => "?",
    };

    public string Field(FieldRule field) => field switch
    {
        FieldRule.Select s => $"{s.Pick} {Filter(s.Filter)}",
        FieldRule.Count c => $"{c.Counted} {Filter(c.Filter)}",
        FieldRule.Computed c => Date(c.On),
        FieldRule.HowMany h => $"count({Join(h.Conditions)})",
        _ => "?",
    };

    private string Filter(EventFilter filter) => string.Join(' ', new[]
    {
        string.Join('+', filter.Clusters.Select(c => plan.Clusters[c].Name)),
        filter.Value is { } v ? $"[{v.Comparison} {v.Limit?.ToString(CultureInfo.InvariantCulture)} {v.Unit}{(v.HighestFirst ? " highest" : "")}]" : "",
        filter.WithPressure ? "pressure" : "",
        filter.NewEpisode ? "new" : "",
        string.Join(' ', filter.Bounds.Select(b => $"{b.Kind}({Date(b.On)})")),
    }.Where(p => p.Length > 0));

    private string Join(IEnumerable<Condition> conditions) => string.Join(", ", conditions.Select(Condition));
}
