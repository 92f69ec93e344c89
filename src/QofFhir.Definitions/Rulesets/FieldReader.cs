using QofFhir.Core.Rules;
using QofFhir.Definitions.Language;
using QofFhir.Definitions.Versions;
using QofFhir.Definitions.Yaml;

namespace QofFhir.Definitions.Rulesets;

/// <summary>Reads the fields of a ruleset, also the short lists under <c>earliest</c> and <c>latest</c>.</summary>
internal sealed class FieldReader(RulesetFile ruleset, VariantReader versions, MistakeList mistakes)
{
    public void Read(YamlNode.Map fields)
    {
        foreach (var (key, node) in fields.Entries.Select(e => (e.Key, e.Value)))
        {
            if (key.Value is "earliest" or "latest")
            {
                Short(key.Value, node);
            }
            else
            {
                Add(key.Value, key.Place, versions.Read(node, Content, []));
            }
        }
    }

    private FieldSyntax? Content(YamlNode node)
    {
        if (node is YamlNode.Text text)
        {
            return LanguageParser.Field(text, mistakes);
        }

        mistakes.Add(node.Place, "a field is one text");
        return null;
    }

    /// <summary><c>latest: HTMAX BPDEC</c> is short for <c>HTMAX: latest HTMAX_COD</c> and <c>BPDEC: latest BPDEC_COD</c>.</summary>
    private void Short(string pick, YamlNode node)
    {
        if (node is not YamlNode.Text { OnOneLine: true } text)
        {
            mistakes.Add(node.Place, $"`{pick}` is followed by names with blanks between, on one line");
            return;
        }

        foreach (var token in Lexer.Cut(text.Value).Where(t => t.Kind != TokenKind.End))
        {
            var place = text.At(token.Start);
            var cluster = token.Text + Names.ClusterSuffix;
            var filter = new FilterSyntax([new NameRef(cluster, place)], null, place, false, false, []);
            var field = new FieldSyntax.Select(pick == "latest" ? Pick.Latest : Pick.Earliest, filter, $"{pick} {cluster}");
            Add(token.Text, place, [new Variant<FieldSyntax>(VersionRange.Everything, field)]);
        }
    }

    private void Add(string name, Place place, IReadOnlyList<Variant<FieldSyntax>> variants)
    {
        if (!Names.IsUpper(name))
        {
            mistakes.Add(place, $"`{name}` is no name for a field: names are upper case");
        }
        else if (Names.Dates.ContainsKey(name + Names.DateSuffix))
        {
            mistakes.Add(place, $"{name} is taken: {name}{Names.DateSuffix} is a date of every patient");
        }
        else if (!ruleset.Fields.TryAdd(name, new Definition<FieldSyntax>(name, place, ruleset, variants)))
        {
            mistakes.Add(place, $"field {name} is defined twice, first in line {ruleset.Fields[name].Place.Line}");
        }
    }
}
