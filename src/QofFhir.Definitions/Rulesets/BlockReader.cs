using QofFhir.Definitions.Language;
using QofFhir.Definitions.Yaml;

namespace QofFhir.Definitions.Rulesets;

/// <summary>Reads a block of rows and holds its parameters to what it uses.</summary>
internal sealed class BlockReader(RowReader rows, MistakeList mistakes)
{
    public BlockSyntax? Read(YamlNode node, Place place)
    {
        if (Section.Of(node, "a block of rows", mistakes, ["parameters", "rules", SourceReader.Key], place) is not { } section)
        {
            return null;
        }

        var declared = NameListReader.Read(section.Optional("parameters"), mistakes);
        foreach (var wrong in declared.Where(d => !Names.IsParameter(d.Name)))
        {
            mistakes.Add(wrong.Place, $"`{wrong.Name}` is no parameter: parameters are lower case");
        }

        var parameters = new Parameters([.. declared.Select(d => d.Name)]);
        var table = section.Needed("rules") is { } rules ? rows.Read(rules, parameters) : [];
        foreach (var idle in declared.Where(d => !parameters.IsUsed(d.Name)))
        {
            mistakes.Add(idle.Place, $"no row uses `${idle.Name}`");
        }

        return new BlockSyntax([.. parameters.Declared], table, SourceReader.Optional(section, mistakes));
    }
}
