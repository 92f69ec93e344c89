using QofFhir.Definitions.Yaml;

namespace QofFhir.Definitions.Rulesets;

/// <summary>Reads a stratum: groups by condition with a plain name at the end, or the names that a supplied attribute may have.</summary>
internal sealed class StratumReader(MistakeList mistakes)
{
    public StratumSyntax? Read(YamlNode node, Place place)
    {
        if (Section.Of(node, "a stratum", mistakes, ["title", "attribute", "groups", SourceReader.Key], place) is not { } section)
        {
            return null;
        }

        var title = section.NeededText("title")?.Value ?? "";
        var attribute = section.OptionalText("attribute");
        var groups = section.Needed("groups");
        if (groups is not YamlNode.List { Items.Count: > 1 } list)
        {
            mistakes.Add(groups?.Place ?? place, "`groups` is a list of two or more");
            return null;
        }

        var read = list.Items.Select(Group).OfType<GroupSyntax>().ToList();
        foreach (var twice in read.GroupBy(g => g.Name, StringComparer.OrdinalIgnoreCase).SelectMany(g => g.Skip(1)))
        {
            mistakes.Add(twice.Place, $"there is a group '{twice.Name}' already");
        }

        if (attribute is not null)
        {
            foreach (var group in read.Where(g => g.Lines is not null))
            {
                mistakes.Add(group.Place, $"{attribute.Value} is supplied: its groups have no condition");
            }
        }

        return new StratumSyntax(
            title, attribute?.Value, read, read.Count == list.Items.Count, SourceReader.Optional(section, mistakes));
    }

    private GroupSyntax? Group(YamlNode node)
    {
        if (node is YamlNode.Text { Value.Length: > 0 } plain)
        {
            return new GroupSyntax(plain.Value, null, plain.Place);
        }

        if (Section.Of(node, "a group", mistakes, ["group", "when"]) is not { } section || section.NeededText("group") is not { } name)
        {
            return null;
        }

        return section.Needed("when") is { } when ? new GroupSyntax(name.Value, LineReader.Read(when, mistakes), name.Place) : null;
    }
}
