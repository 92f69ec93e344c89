using System.Globalization;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Definitions.Publishing;

internal sealed partial class CqlScript
{
    /// <summary>A condition that is true or false and never null: CQL has three values, the rule language two.</summary>
    public string Holds(Condition condition) => condition switch
    {
        Condition.Always => "true",
        Condition.All c => Joined(c.Conditions, "and"),
        Condition.Any c => Joined(c.Conditions, "or"),
        Condition.Not { Inner: Condition.DateIsPresent d } => $"({On(d.On)}) is null",
        Condition.Not { Inner: Condition.NumberIsPresent n } => $"({Number(n.Number).Any}) is null",
        Condition.Not c => $"not ({Holds(c.Inner)})",
        Condition.Named c => Reference(
            (c.Name, c.Origin?.Ruleset, typeof(Condition)), c.Name, c.Origin, () => "  " + Holds(c.Inner), $"{Said(c.Origin)}{c.Text}"),
        Condition.InRegister c => Register(c.Register),
        Condition.DateIsPresent c => $"({On(c.On)}) is not null",
        Condition.NumberIsPresent c => $"({Number(c.Number).Any}) is not null",
        Condition.SexIs c => $"(Patient.gender.value = '{(c.Sex == Sex.Female ? "female" : "male")}') is true",
        Condition.Dates c => $"({On(c.Left)} {Sign(c.Comparison)} {On(c.Right)}) is true",
        Condition.Numbers c => Compared(Number(c.Left), c.Comparison, Number(c.Right)),
        _ => throw new InvalidOperationException($"unknown condition {condition.GetType().Name}"),
    };

    private string Joined(IReadOnlyList<Condition> conditions, string word) =>
        string.Join($" {word} ", conditions.Select(c => c is Condition.All or Condition.Any ? $"({Holds(c)})" : Holds(c)));

    /// <summary>A comparison holds only when it holds for every true value that the record allows.</summary>
    private static string Compared(CqlNumber left, Comparison comparison, CqlNumber right) => comparison switch
    {
        Comparison.Less or Comparison.AtMost => $"({left.Most} {Sign(comparison)} {right.Least}) is true",
        Comparison.Greater or Comparison.AtLeast => $"({left.Least} {Sign(comparison)} {right.Most}) is true",
        _ when left.Least == left.Most && right.Least == right.Most => $"({left.Least} = {right.Least}) is true",
        _ => $"({left.Least} = {right.Most} and {left.Most} = {right.Least}) is true",
    };

    private CqlNumber Number(NumberExpression number) => number switch
    {
        NumberExpression.Literal n => CqlNumber.Exact(Plain(n.Number)),
        NumberExpression.OfField n => FieldNumber(n.Field, n.Part),
        NumberExpression.AgeAt { On: DateExpression.Named { Name: NamedDate.Achievement } } => CqlNumber.Exact("\"PAT_AGE\""),
        NumberExpression.AgeAt n => CqlNumber.Exact($"Records.AgeOn(\"BIRTH_DAT\", {On(n.On)})"),
        NumberExpression.HowMany n => CqlNumber.Exact(HowMany(n.Conditions)),
        _ => throw new InvalidOperationException($"unknown number {number.GetType().Name}"),
    };

    private string HowMany(IReadOnlyList<Condition> conditions) =>
        $"Count(({{ {string.Join(", ", conditions.Select(Holds))} }}) C where C return all C)";

    private static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.Less => "<",
        Comparison.AtMost => "<=",
        Comparison.Equal => "=",
        Comparison.AtLeast => ">=",
        _ => ">",
    };
}
