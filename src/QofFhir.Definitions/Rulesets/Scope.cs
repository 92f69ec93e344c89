using QofFhir.Definitions.Language;
using QofFhir.Definitions.Versions;

namespace QofFhir.Definitions.Rulesets;

/// <summary>What a ruleset sees: its own names and those of the rulesets that it includes, one level deep.</summary>
internal sealed class Scope(RulesetFile ruleset)
{
    public RulesetFile Ruleset { get; } = ruleset;

    public Dictionary<string, Definition<UnionSyntax>> Unions { get; } = new(ruleset.Unions, StringComparer.Ordinal);

    public Dictionary<string, Definition<FieldSyntax>> Fields { get; } = new(ruleset.Fields, StringComparer.Ordinal);

    public Dictionary<string, Definition<LinesSyntax>> Conditions { get; } = new(ruleset.Conditions, StringComparer.Ordinal);

    public Dictionary<string, Definition<BlockSyntax>> Blocks { get; } = new(ruleset.Blocks, StringComparer.Ordinal);

    /// <summary>False when this file or an included one could not be read to its end: then an unknown name may be defined there.</summary>
    public bool Complete { get; private set; } = ruleset.Readable;

    public void Include(RulesetFile other, MistakeList mistakes)
    {
        Complete &= other.Readable;
        Add(Unions, other.Unions, "union of clusters", mistakes);
        Add(Fields, other.Fields, "field", mistakes);
        Add(Conditions, other.Conditions, "condition", mistakes);
        Add(Blocks, other.Blocks, "block of rows", mistakes);
    }

    private static void Add<T>(
        Dictionary<string, Definition<T>> names, Dictionary<string, Definition<T>> more, string what, MistakeList mistakes)
        where T : class
    {
        foreach (var added in more.Values)
        {
            if (!names.TryAdd(added.Name, added))
            {
                var own = names[added.Name];
                mistakes.Add(own.Place, $"{what} {added.Name} is defined twice, also in {added.Place.File} line {added.Place.Line}");
            }
        }
    }
}
