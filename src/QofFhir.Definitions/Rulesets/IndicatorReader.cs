using QofFhir.Core.Rules;
using QofFhir.Definitions.Yaml;

namespace QofFhir.Definitions.Rulesets;

/// <summary>Reads an indicator: a table over a population, the size of registers, or a question to the practice.</summary>
internal sealed class IndicatorReader(RowReader rows, MistakeList mistakes)
{
    public const string Everyone = "everyone";

    private static readonly string[] Kinds = ["population", "register", "attest"];

    public IndicatorSyntax? Read(YamlNode node, Place place)
    {
        var kinds = node is YamlNode.Map map ? map.Entries.Where(e => Kinds.Contains(e.Key.Value)).ToList() : [];
        if (kinds.Count != 1)
        {
            mistakes.Add(
                kinds.Count == 0 ? place : kinds[1].Key.Place, $"an indicator has exactly one of {string.Join(", ", Kinds)}");
            return null;
        }

        var kind = kinds[0].Key.Value;
        string[] own = kind switch
        {
            "population" => [kind, PeopleReader.Key, "rules"],
            "register" => [kind, PeopleReader.Key],
            _ => [kind],
        };
        var section = Section.Of(node, "an indicator", mistakes, ["title", .. own, SourceReader.Key], place)!;
        var title = section.NeededText("title")?.Value ?? "";
        var source = SourceReader.Optional(section, mistakes);
        var people = kind == "attest" ? People.OnList : PeopleReader.Read(section, mistakes);
        switch (kind)
        {
            case "register":
                return new IndicatorSyntax.Register(NameListReader.Read(kinds[0].Value, mistakes), title, source) { People = people };
            case "attest":
                return new IndicatorSyntax.Attestation(section.NeededText(kind)?.Value ?? "", title, source);
            default:
                var population = NameListReader.Read(kinds[0].Value, mistakes);
                IReadOnlyList<RowSyntax> table = section.Needed("rules") is { } rules
                    ? rows.Read(rules, null)
                    : [new RowSyntax.Unread(place)];
                return new IndicatorSyntax.Fraction(
                    population is [{ Name: Everyone }] ? [] : population, table, title, source)
                { People = people };
        }
    }
}
