using QofFhir.Definitions.Language;

namespace QofFhir.Definitions.Rulesets;

/// <summary>A named union of clusters and other unions.</summary>
internal sealed record UnionSyntax(IReadOnlyList<NameRef> Members);
