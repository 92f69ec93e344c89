using QofFhir.Core.Records;
using QofFhir.Core.Rules;
using QofFhir.Definitions.Language;
using QofFhir.Definitions.Rulesets;
using QofFhir.Definitions.ValueSets;
using QofFhir.Definitions.Yaml;

namespace QofFhir.Definitions.Improvement;

/// <summary>Reads value sets that a module lists itself. Such a list is whole by definition: whoever wrote it meant these codes.</summary>
internal sealed class ListedClusterReader(MistakeList mistakes)
{
    public IReadOnlyList<Cluster> Read(YamlNode? node)
    {
        if (node is null or YamlNode.Map)
        {
            return [.. (node as YamlNode.Map)?.Entries.Select(e => Cluster(e.Key, e.Value)).OfType<Cluster>() ?? []];
        }

        mistakes.Add(node.Place, "`codes` is a map from names of clusters to codes");
        return [];
    }

    private Cluster? Cluster(YamlNode.Text name, YamlNode node)
    {
        if (!Names.IsUpper(name.Value) || !name.Value.EndsWith(Names.ClusterSuffix, StringComparison.Ordinal))
        {
            mistakes.Add(name.Place, $"`{name.Value}` is no name for a cluster: names are upper case and end in {Names.ClusterSuffix}");
        }

        if (Section.Of(node, "a list of codes", mistakes, ["title", "class", "system", "codes"], name.Place) is not { } section)
        {
            return null;
        }

        section.NeededText("title");
        var system = section.NeededText("system")?.Value ?? "";
        var codes = NameListReader.Read(section.Needed("codes"), mistakes);
        if (system.TrimEnd('/') == ValueSetTerms.Snomed)
        {
            foreach (var code in codes.Where(c => !SnomedId.IsValid(c.Name)))
            {
                mistakes.Add(code.Place, $"{code.Name} is no SNOMED CT identifier");
            }
        }

        var keys = codes.Select(c => CodeKey.Of(system, c.Name)).ToHashSet(StringComparer.Ordinal);
        return new Cluster(name.Value, Class(section), keys, keys.Count == 0 ? Completeness.None : Completeness.Full, "as listed in the module");
    }

    private ClusterClass Class(Section section)
    {
        var text = section.NeededText("class");
        if (text is not null and not { Value: "code" or "drug" })
        {
            mistakes.Add(text.Place, $"`{text.Value}` is none of code, drug");
        }

        return text?.Value == "drug" ? ClusterClass.Drug : ClusterClass.Code;
    }
}
