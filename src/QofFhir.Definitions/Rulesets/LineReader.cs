using QofFhir.Definitions.Language;
using QofFhir.Definitions.Yaml;

namespace QofFhir.Definitions.Rulesets;

/// <summary>Reads a condition, or a list of conditions that must all hold.</summary>
internal static class LineReader
{
    public static IReadOnlyList<LineSyntax> Read(YamlNode node, MistakeList mistakes, Parameters? parameters = null)
    {
        switch (node)
        {
            case YamlNode.Text text:
                return [Line(text, mistakes, parameters)];
            case YamlNode.List { Items.Count: > 0 } list:
                foreach (var item in list.Items.Where(i => i is not YamlNode.Text))
                {
                    mistakes.Add(item.Place, "a line is one condition");
                }

                return [.. list.Items.OfType<YamlNode.Text>().Select(t => Line(t, mistakes, parameters))];
            default:
                mistakes.Add(node.Place, "this is a condition, or a list of them");
                return [];
        }
    }

    private static LineSyntax Line(YamlNode.Text text, MistakeList mistakes, Parameters? parameters) =>
        new(text.Value, LanguageParser.Condition(text, mistakes, parameters), text.Place);
}
