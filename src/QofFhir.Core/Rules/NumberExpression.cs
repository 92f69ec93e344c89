namespace QofFhir.Core.Rules;

/// <summary>A number of the rule language; it may be absent.</summary>
public abstract record NumberExpression
{
    private protected NumberExpression()
    {
    }

    public sealed record Literal(decimal Number) : NumberExpression;

    /// <summary><c>X_VAL</c>, <c>X_SYS</c>, <c>X_DIA</c> or <c>X_NUM</c> of a field.</summary>
    public sealed record OfField(int Field, FieldPart Part) : NumberExpression;

    /// <summary>Completed years on a date; someone born on 29 February is a year older on 1 March of a common year.</summary>
    public sealed record AgeAt(DateExpression On) : NumberExpression;

    /// <summary>How many of the conditions hold.</summary>
    public sealed record HowMany(IReadOnlyList<Condition> Conditions) : NumberExpression;
}

public enum FieldPart { Value, Systolic, Diastolic, Number }
