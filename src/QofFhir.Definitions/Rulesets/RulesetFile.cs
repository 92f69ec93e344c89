using QofFhir.Core.Rules;
using QofFhir.Definitions.Language;
using QofFhir.Definitions.Versions;

namespace QofFhir.Definitions.Rulesets;

/// <summary>One clinical area as written: everything is parsed, no name is looked up yet.</summary>
internal sealed class RulesetFile(string name, DefinitionFile file)
{
    public string Name { get; } = name;

    public DefinitionFile File { get; } = file;

    /// <summary>False when the file could not be read as a ruleset to its end: what it would have named is not known, so a use of it is no second mistake.</summary>
    public bool Readable { get; set; }

    public RuleSource Source { get; set; } = new("", Certainty.Recalled);

    public RuleOrigin Origin => new(Name, Source);

    public List<NameRef> Includes { get; } = [];

    public Dictionary<string, Definition<UnionSyntax>> Unions { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Definition<FieldSyntax>> Fields { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Definition<LinesSyntax>> Conditions { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Definition<BlockSyntax>> Blocks { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Definition<RegisterSyntax>> Registers { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Definition<IndicatorSyntax>> Indicators { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Definition<StratumSyntax>> Strata { get; } = new(StringComparer.Ordinal);

    /// <summary>Every upper-case name that a rule text of the file mentions, also in texts with mistakes.</summary>
    public HashSet<string> Mentions { get; } = new(StringComparer.Ordinal);
}
