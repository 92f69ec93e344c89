using QofFhir.Definitions.Language;

namespace QofFhir.Definitions.Rulesets;

/// <summary>One line of a condition. <paramref name="Condition"/> is null when it has a mistake.</summary>
internal sealed record LineSyntax(string Text, ConditionSyntax? Condition, Place Place);

/// <summary>Lines that must all hold.</summary>
internal sealed record LinesSyntax(IReadOnlyList<LineSyntax> Lines);
