using QofFhir.Definitions.Rulesets;

namespace QofFhir.Definitions.Versions;

/// <summary>A named part of a ruleset in all its variants.</summary>
/// <param name="Place">Where its name stands.</param>
/// <param name="Variants">In order of version, without gaps.</param>
internal sealed record Definition<T>(string Name, Place Place, RulesetFile Owner, IReadOnlyList<Variant<T>> Variants)
    where T : class
{
    public Variant<T>? At(RulesVersion version) => Variants.FirstOrDefault(v => v.Range.Covers(version));
}

/// <param name="Content">Null when it has mistakes, which are reported already.</param>
internal sealed record Variant<T>(VersionRange Range, T? Content)
    where T : class;
