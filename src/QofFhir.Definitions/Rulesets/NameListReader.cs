using QofFhir.Definitions.Language;
using QofFhir.Definitions.Yaml;

namespace QofFhir.Definitions.Rulesets;

internal static class NameListReader
{
    /// <summary>Reads a name or a list of names; none where there is no node.</summary>
    public static IReadOnlyList<NameRef> Read(YamlNode? node, MistakeList mistakes)
    {
        switch (node)
        {
            case null:
                return [];
            case YamlNode.Text { Value.Length: > 0 } text:
                return [new NameRef(text.Value, text.Place)];
            case YamlNode.List list:
                foreach (var item in list.Items.Where(i => i is not YamlNode.Text))
                {
                    mistakes.Add(item.Place, "this is a list of names");
                }

                return [.. list.Items.OfType<YamlNode.Text>().Select(t => new NameRef(t.Value, t.Place))];
            default:
                mistakes.Add(node.Place, "this is a name, or a list of names");
                return [];
        }
    }
}
