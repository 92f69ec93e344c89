using QofFhir.Core.Rules;

namespace QofFhir.Definitions.Language;

/// <summary>One side of a comparison as written: a date or a number.</summary>
internal abstract record OperandSyntax(Place Place);

internal abstract record DateSyntax(Place Place) : OperandSyntax(Place)
{
    /// <summary>The date of a field; its name without <c>_DAT</c>.</summary>
    internal sealed record OfField(string Field, Place Place) : DateSyntax(Place);

    internal sealed record Named(NamedDate Name, Place Place) : DateSyntax(Place);

    internal sealed record Literal(DateOnly On, Place Place) : DateSyntax(Place);

    internal sealed record DayOfServiceYear(int Day, int Month, Place Place) : DateSyntax(Place);

    internal sealed record LaterOf(IReadOnlyList<DateSyntax> Dates, Place Place) : DateSyntax(Place);

    internal sealed record EarlierOf(IReadOnlyList<DateSyntax> Dates, Place Place) : DateSyntax(Place);

    internal sealed record Plus(DateSyntax Start, AmountSyntax Amount, Place Place) : DateSyntax(Place);
}

internal abstract record NumberSyntax(Place Place) : OperandSyntax(Place)
{
    internal sealed record Literal(decimal Number, Place Place) : NumberSyntax(Place);

    internal sealed record Parameter(string Name, Place Place) : NumberSyntax(Place);

    internal sealed record OfField(string Field, FieldPart Part, Place Place) : NumberSyntax(Place);

    internal sealed record AgeAt(DateSyntax On, Place Place) : NumberSyntax(Place);

    internal sealed record HowMany(IReadOnlyList<ConditionSyntax> Conditions, Place Place) : NumberSyntax(Place);
}

/// <param name="Count">Null where a parameter gives it.</param>
/// <param name="Back">True after a minus.</param>
internal sealed record AmountSyntax(int? Count, string? Parameter, bool Back, AmountUnit Unit, Place Place);
