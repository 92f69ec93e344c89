using QofFhir.Definitions.Language;
using QofFhir.Definitions.Yaml;

namespace QofFhir.Definitions.Rulesets;

/// <summary>Collects the names that a file's rule texts mention, even in texts that do not parse: a use with a slip beside it is still a use.</summary>
internal static class Mentions
{
    /// <summary>Keys whose texts are no rule texts: a label is no field.</summary>
    private static readonly string[] Plain = ["exclude", "adjust", "group", "attribute", "title", "document", "evidence", "attest", "rule", "ruleset"];

    public static void Collect(YamlNode node, ISet<string> names)
    {
        switch (node)
        {
            case YamlNode.Text text:
                names.UnionWith(Lexer.Cut(text.Value).Where(t => t.Kind == TokenKind.Name).Select(t => t.Text));
                break;
            case YamlNode.List list:
                foreach (var item in list.Items)
                {
                    Collect(item, names);
                }

                break;
            case YamlNode.Map map:
                foreach (var entry in map.Entries.Where(e => !Plain.Contains(e.Key.Value)))
                {
                    Collect(entry.Value, names);
                }

                break;
        }
    }
}
