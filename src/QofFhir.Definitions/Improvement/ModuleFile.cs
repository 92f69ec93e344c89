using QofFhir.Core.Improvement;
using QofFhir.Core.Rules;
using QofFhir.Definitions.Language;
using QofFhir.Definitions.Versions;

namespace QofFhir.Definitions.Improvement;

/// <summary>A quality improvement module as written.</summary>
/// <param name="Rules">Which version of the rules its measures take; null without measures.</param>
/// <param name="Rulesets">Where its measures are defined.</param>
/// <param name="Clusters">Value sets that the file itself lists.</param>
internal sealed record ModuleFile(
    DefinitionFile File,
    string Id,
    Place Place,
    string Title,
    IReadOnlyList<DateOnly> Years,
    RulesVersion? Rules,
    string RulesText,
    RuleSource Source,
    IReadOnlyList<NameRef> Rulesets,
    IReadOnlyList<NameRef> Strata,
    IReadOnlyList<NameRef> Measures,
    IReadOnlyList<(ModuleIndicator Indicator, Place Place)> Indicators,
    IReadOnlyList<Requirement> Requirements,
    IReadOnlyList<EvidenceField> Template,
    IReadOnlyList<Cluster> Clusters);
