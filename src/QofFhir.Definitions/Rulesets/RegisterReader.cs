using QofFhir.Definitions.Versions;
using QofFhir.Definitions.Yaml;

namespace QofFhir.Definitions.Rulesets;

/// <summary>Reads a register: rows that select or reject, the last one for everyone who is left.</summary>
internal sealed class RegisterReader(VariantReader versions, MistakeList mistakes)
{
    private const string Select = "select";
    private const string Reject = "reject";

    public RegisterSyntax? Read(YamlNode node, Place place)
    {
        if (Section.Of(node, "a register", mistakes, ["title", "rules", SourceReader.Key], place) is not { } section)
        {
            return null;
        }

        var title = section.NeededText("title")?.Value ?? "";
        var rules = section.Needed("rules");
        if (rules is not YamlNode.List { Items.Count: > 0 } list)
        {
            mistakes.Add(rules?.Place ?? place, "`rules` is a list of rows");
            return null;
        }

        var rows = list.Items.Select(Row).OfType<RegisterRowSyntax>().ToList();
        return new RegisterSyntax(title, rows, rows.Count == list.Items.Count, SourceReader.Optional(section, mistakes));
    }

    private RegisterRowSyntax? Row(YamlNode node)
    {
        if (node is YamlNode.Text { Value: Select or Reject } everyone)
        {
            return new RegisterRowSyntax(everyone.Value == Select, [], everyone.Place, null, null, null);
        }

        var ends = node is YamlNode.Map map ? map.Entries.Where(e => e.Key.Value is Select or Reject).ToList() : [];
        if (ends.Count != 1)
        {
            mistakes.Add(
                ends.Count == 0 ? node.Place : ends[1].Key.Place, "a row of a register says either select or reject");
            return null;
        }

        var end = ends[0].Key.Value;
        var section = Section.Of(node, $"the `{end}` row", mistakes, [end, "rule", VariantReader.Key, SourceReader.Key])!;
        return new RegisterRowSyntax(
            end == Select,
            // An empty text beside a rule number is the last row: { select: , rule: 3 }.
            ends[0].Value is YamlNode.Text { Value: "" } ? [] : LineReader.Read(ends[0].Value, mistakes),
            section.Place,
            section.OptionalText("rule")?.Value,
            SourceReader.Optional(section, mistakes),
            section.OptionalText(VariantReader.Key) is { } text ? versions.Range(text) : null);
    }
}
