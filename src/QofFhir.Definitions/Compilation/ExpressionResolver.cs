using QofFhir.Core.Rules;
using QofFhir.Definitions.Language;
using QofFhir.Definitions.Rulesets;

namespace QofFhir.Definitions.Compilation;

/// <summary>Turns what is written in one ruleset into Core's expressions, with numbers for names.</summary>
/// <param name="arguments">Values of the parameters, inside a block of rows.</param>
internal sealed class ExpressionResolver(
    CompilationContext context, Scope scope, IReadOnlyDictionary<string, decimal> arguments)
{
    private static readonly DateExpression SomeDate = new DateExpression.Named(NamedDate.Achievement);
    private static readonly NumberExpression SomeNumber = new NumberExpression.Literal(0);

    public Scope Scope { get; } = scope;

    public DateExpression Date(DateSyntax date) => date switch
    {
        DateSyntax.OfField f => DateOf(f),
        DateSyntax.Named n => new DateExpression.Named(n.Name),
        DateSyntax.Literal l => new DateExpression.Literal(l.On),
        DateSyntax.DayOfServiceYear d => new DateExpression.DayOfServiceYear(d.Day, d.Month),
        DateSyntax.LaterOf l => new DateExpression.LaterOf([.. l.Dates.Select(Date)]),
        DateSyntax.EarlierOf e => new DateExpression.EarlierOf([.. e.Dates.Select(Date)]),
        _ => Sum((DateSyntax.Plus)date),
    };

    public NumberExpression Number(NumberSyntax number) => number switch
    {
        NumberSyntax.Literal l => new NumberExpression.Literal(l.Number),
        NumberSyntax.Parameter p => new NumberExpression.Literal(arguments.GetValueOrDefault(p.Name)),
        NumberSyntax.AgeAt a => new NumberExpression.AgeAt(Date(a.On)),
        NumberSyntax.HowMany h => new NumberExpression.HowMany([.. h.Conditions.Select(Condition)]),
        _ => PartOf((NumberSyntax.OfField)number),
    };

    public Condition Condition(ConditionSyntax condition) => condition switch
    {
        ConditionSyntax.All a => new Condition.All([.. a.Conditions.Select(Condition)]),
        ConditionSyntax.Any a => new Condition.Any([.. a.Conditions.Select(Condition)]),
        ConditionSyntax.Not n => Not(n),
        ConditionSyntax.Named n => context.Conditions.Named(new NameRef(n.Name, n.Place), Scope),
        ConditionSyntax.InRegister r => InRegister(r.Register),
        ConditionSyntax.SexIs s => new Condition.SexIs(s.Sex),
        ConditionSyntax.Presence p => Presence(p),
        ConditionSyntax.Dates d => new Condition.Dates(Date(d.Left), d.Comparison, Date(d.Right)),
        _ => Compared((ConditionSyntax.Numbers)condition),
    };

    private Condition.Numbers Compared(ConditionSyntax.Numbers n) =>
        new(Number(n.Left), n.Comparison, Number(n.Right));

    private Condition.Not Not(ConditionSyntax.Not not)
    {
        if (Absence.FirstPossible(not.Inner) is { } field)
        {
            context.Mistakes.Note(
                not.Place, $"this `not` also holds for a patient without {field}; if that is not meant, turn the comparison round");
        }

        return new(Condition(not.Inner));
    }

    private Condition InRegister(NameRef register) =>
        context.Registers.NumberOf(register) is { } number ? new Condition.InRegister(number) : Core.Rules.Condition.Always.Instance;

    private Condition Presence(ConditionSyntax.Presence presence)
    {
        Condition condition = presence.Of is DateSyntax date
            ? new Condition.DateIsPresent(Date(date))
            : new Condition.NumberIsPresent(Number((NumberSyntax)presence.Of));
        return presence.Present ? condition : new Condition.Not(condition);
    }

    private DateExpression DateOf(DateSyntax.OfField date)
    {
        if (context.Fields.NumberOf(date.Field, Scope, date.Place) is not { } number)
        {
            return SomeDate;
        }

        if (context.Fields.All[number] is FieldRule.Count or FieldRule.HowMany)
        {
            context.Mistakes.Add(date.Place, $"{date.Field} is a number: it gives {date.Field}_NUM and no date");
        }

        return new DateExpression.OfField(number);
    }

    private NumberExpression PartOf(NumberSyntax.OfField part)
    {
        if (context.Fields.NumberOf(part.Field, Scope, part.Place) is not { } number)
        {
            return SomeNumber;
        }

        if (Unfit(context.Fields.All[number], part) is { } why)
        {
            context.Mistakes.Add(part.Place, why);
        }

        return new NumberExpression.OfField(number, part.Part);
    }

    private static string? Unfit(FieldRule field, NumberSyntax.OfField part)
    {
        var counts = field is FieldRule.Count or FieldRule.HowMany;
        var name = part.Field + Names.SuffixOf(part.Part);
        return (part.Part, field) switch
        {
            (FieldPart.Number, _) => counts ? null : $"{part.Field} counts nothing: {name} needs a `count` or `number of`",
            _ when counts => $"{part.Field} is a number: it gives {part.Field}_NUM only",
            (FieldPart.Value, FieldRule.Select { Filter.Value: not null }) => null,
            (FieldPart.Value, _) => $"{part.Field} reads no value: say `with value` in its definition",
            (_, FieldRule.Select { Filter.WithPressure: true }) => null,
            _ => $"{part.Field} reads no pressure: say `with pressure` in its definition",
        };
    }

    private DateExpression.Plus Sum(DateSyntax.Plus sum) =>
        new(Date(sum.Start), new Amount((sum.Amount.Back ? -1 : 1) * CountOf(sum.Amount), sum.Amount.Unit));

    private int CountOf(AmountSyntax amount)
    {
        if (amount.Parameter is null)
        {
            return amount.Count ?? 0;
        }

        var number = arguments.GetValueOrDefault(amount.Parameter);
        if (decimal.Truncate(number) == number && number >= 0 && number <= LanguageParser.LongestIn(amount.Unit))
        {
            return (int)number;
        }

        context.Mistakes.Add(amount.Place, string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"${amount.Parameter} is {number} in one use: an amount is a whole number, at most 200 years"));
        return 0;
    }
}
