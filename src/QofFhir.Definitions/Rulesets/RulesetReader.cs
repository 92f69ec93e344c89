using QofFhir.Core.Rules;
using QofFhir.Definitions.Language;
using QofFhir.Definitions.Versions;
using QofFhir.Definitions.Yaml;

namespace QofFhir.Definitions.Rulesets;

/// <summary>Reads a ruleset file: its shape and all its texts. Names are looked up later.</summary>
internal sealed class RulesetReader(MistakeList mistakes)
{
    private static readonly string[] NothingShared = [];
    private static readonly string[] TitleAndSource = ["title", SourceReader.Key];

    private static readonly string[] Keys =
        ["ruleset", "title", SourceReader.Key, "include", "clusters", "fields", "conditions", "rows", "registers", "indicators", "strata"];

    private readonly VariantReader _versions = new(mistakes);

    /// <summary>Versions between which nothing in the files read so far changes.</summary>
    public IReadOnlyCollection<RulesVersion> VersionStarts => _versions.Starts;

    public RulesetFile Read(DefinitionFile file)
    {
        if (YamlReader.Read(file, mistakes) is not { } root || Section.Of(root, "a ruleset", mistakes, Keys, file.Top) is not { } section)
        {
            return new RulesetFile(file.Stem, file);
        }

        var ruleset = new RulesetFile(file.IsPart && section.OptionalText("ruleset") is { } name ? name.Value : file.Stem, file);
        ruleset.Readable = section.Whole;
        Mentions.Collect(root, ruleset.Mentions);
        ReadHead(section, ruleset);
        if (Part(section, "clusters") is { } clusters)
        {
            ReadUnions(clusters, ruleset);
        }

        if (Part(section, "fields") is { } fields)
        {
            new FieldReader(ruleset, _versions, mistakes).Read(fields);
        }

        if (Part(section, "conditions") is { } conditions)
        {
            ReadConditions(conditions, ruleset);
        }

        ReadTables(section, ruleset);
        if (Part(section, "strata") is { } strata)
        {
            ReadStrata(strata, ruleset);
        }

        return ruleset;
    }

    private void ReadHead(Section section, RulesetFile ruleset)
    {
        if (section.NeededText("ruleset") is { } name && name.Value != ruleset.Name)
        {
            mistakes.Add(name.Place, $"the ruleset is called as its file: {ruleset.Name}");
        }

        section.NeededText("title");
        section.Needed(SourceReader.Key);
        if (SourceReader.Optional(section, mistakes) is { } source)
        {
            if (source.Document is null || source.Evidence is null)
            {
                mistakes.Add(section.Optional(SourceReader.Key)!.Place, "the source of a ruleset needs `document` and `evidence`");
            }

            ruleset.Source = source.Over(ruleset.Source);
        }

        ruleset.Includes.AddRange(NameListReader.Read(section.Optional("include"), mistakes));
    }

    private void ReadUnions(YamlNode.Map clusters, RulesetFile ruleset) =>
        Define(
            clusters, ruleset, ruleset.Unions, "union of clusters", NothingShared,
            (node, _) => new UnionSyntax(NameListReader.Read(node, mistakes)),
            name => name.EndsWith(Names.ClusterSuffix, StringComparison.Ordinal)
                ? $"{name} is the name of a cluster: a union needs one without {Names.ClusterSuffix}" : null);

    private void ReadConditions(YamlNode.Map conditions, RulesetFile ruleset) =>
        Define(
            conditions, ruleset, ruleset.Conditions, "condition", NothingShared,
            (node, _) => new LinesSyntax(LineReader.Read(node, mistakes)),
            name => Names.HasFieldSuffix(name) || Names.Dates.ContainsKey(name) || name is Names.Age or Names.Sex
                ? $"{name} reads as a field's date or value: give the condition another name" : null);

    private void ReadTables(Section section, RulesetFile ruleset)
    {
        var rows = new RowReader(_versions, mistakes);
        if (Part(section, "rows") is { } blocks)
        {
            Define(blocks, ruleset, ruleset.Blocks, "block of rows", TitleAndSource[1..], new BlockReader(rows, mistakes).Read);
        }

        if (Part(section, "registers") is { } registers)
        {
            Define(registers, ruleset, ruleset.Registers, "register", TitleAndSource, new RegisterReader(_versions, mistakes).Read);
        }

        if (Part(section, "indicators") is { } indicators)
        {
            Define(indicators, ruleset, ruleset.Indicators, "indicator", TitleAndSource, new IndicatorReader(rows, mistakes).Read);
        }
    }

    private void ReadStrata(YamlNode.Map strata, RulesetFile ruleset)
    {
        var reader = new StratumReader(mistakes);
        foreach (var (name, node) in strata.Entries.Select(e => (e.Key, e.Value)))
        {
            if (!Names.IsStratum(name.Value))
            {
                mistakes.Add(name.Place, $"`{name.Value}` is no name for a stratum: names are lower case, with hyphens");
            }

            var variants = _versions.Read(node, n => reader.Read(n, name.Place), TitleAndSource);
            ruleset.Strata.TryAdd(name.Value, new Definition<StratumSyntax>(name.Value, name.Place, ruleset, variants));
        }
    }

    private void Define<T>(
        YamlNode.Map map, RulesetFile ruleset, Dictionary<string, Definition<T>> into, string what,
        IReadOnlyList<string> shared, Func<YamlNode, Place, T?> read, Func<string, string?>? refuse = null)
        where T : class
    {
        foreach (var (key, node) in map.Entries.Select(e => (e.Key, e.Value)))
        {
            if (!Names.IsUpper(key.Value))
            {
                mistakes.Add(key.Place, $"`{key.Value}` is no name for a {what}: names are upper case");
            }
            else if (refuse?.Invoke(key.Value) is { } why)
            {
                mistakes.Add(key.Place, why);
            }

            var variants = _versions.Read(node, n => read(n, key.Place), shared);
            into.TryAdd(key.Value, new Definition<T>(key.Value, key.Place, ruleset, variants));
        }
    }

    private YamlNode.Map? Part(Section section, string key)
    {
        var node = section.Optional(key);
        if (node is not null and not YamlNode.Map)
        {
            mistakes.Add(node.Place, $"`{key}` is a map from names to definitions");
        }

        return node as YamlNode.Map;
    }
}
