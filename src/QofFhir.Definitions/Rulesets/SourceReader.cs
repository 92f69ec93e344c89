using QofFhir.Core.Rules;
using QofFhir.Definitions.Yaml;

namespace QofFhir.Definitions.Rulesets;

internal static class SourceReader
{
    public const string Key = "source";

    /// <summary>Reads the <c>source</c> of a part; null where it has none.</summary>
    public static SourceSyntax? Optional(Section part, MistakeList mistakes)
    {
        if (part.Optional(Key) is not { } node || Section.Of(node, "a source", mistakes, ["document", "evidence"]) is not { } section)
        {
            return null;
        }

        return new SourceSyntax(
            section.OptionalText("document")?.Value,
            section.OptionalText("evidence") is { } evidence ? CertaintyOf(evidence, mistakes) : null);
    }

    public static Certainty? CertaintyOf(YamlNode.Text text, MistakeList mistakes)
    {
        Certainty? certainty = text.Value switch
        {
            "found" => Certainty.Found,
            "confirmed" => Certainty.Confirmed,
            "inferred" => Certainty.Inferred,
            "recalled" => Certainty.Recalled,
            _ => null,
        };
        if (certainty is null)
        {
            mistakes.Add(text.Place, $"`{text.Value}` is none of found, confirmed, inferred, recalled");
        }

        return certainty;
    }
}
