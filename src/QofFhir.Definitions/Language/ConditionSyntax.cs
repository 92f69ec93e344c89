using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Definitions.Language;

/// <summary>A condition as written; names are not looked up yet.</summary>
internal abstract record ConditionSyntax(Place Place)
{
    internal sealed record All(IReadOnlyList<ConditionSyntax> Conditions, Place Place) : ConditionSyntax(Place);

    internal sealed record Any(IReadOnlyList<ConditionSyntax> Conditions, Place Place) : ConditionSyntax(Place);

    internal sealed record Not(ConditionSyntax Inner, Place Place) : ConditionSyntax(Place);

    internal sealed record Named(string Name, Place Place) : ConditionSyntax(Place);

    internal sealed record InRegister(NameRef Register, Place Place) : ConditionSyntax(Place);

    internal sealed record Presence(OperandSyntax Of, bool Present, Place Place) : ConditionSyntax(Place);

    internal sealed record SexIs(Sex Sex, Place Place) : ConditionSyntax(Place);

    internal sealed record Dates(DateSyntax Left, Comparison Comparison, DateSyntax Right, Place Place) : ConditionSyntax(Place);

    internal sealed record Numbers(NumberSyntax Left, Comparison Comparison, NumberSyntax Right, Place Place) : ConditionSyntax(Place);
}
