using System.Text.RegularExpressions;
using QofFhir.Definitions;
using QofFhir.Definitions.Language;
using QofFhir.Definitions.Yaml;
using QofFhir.Tests.House;

namespace QofFhir.Tests.Definitions.Language;

/// <summary>The page that teaches the language says nothing that the language does not take.</summary>
public sealed partial class DocumentedLanguageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "rules.md"));

    [Fact]
    public void Every_example_file_compiles()
    {
        var files = Block().Matches(Page)
            .Select(m => ($"rulesets/{m.Groups[2].Value}.yaml", m.Groups[1].Value))
            .ToArray();

        Assert.Equal(2, files.Length);
        Assert.Empty(Compiled.From(files).Mistakes);
    }

    [Theory]
    [InlineData("Fields")]
    [InlineData("Conditions")]
    public void Every_example_in_a_table_is_of_the_language(string section)
    {
        var text = Page[Page.IndexOf($"## {section}\n", StringComparison.Ordinal)..];
        text = text[..text.IndexOf("\n## ", StringComparison.Ordinal)];
        var examples = Example().Matches(text).Select(m => m.Groups[1].Value).ToList();
        var mistakes = new MistakeList();

        Assert.True(examples.Count > 10);
        foreach (var example in examples)
        {
            var node = new YamlNode.Text(new Place("rules.md", 1, 1), example, [.. Enumerable.Range(1, example.Length + 1)]);
            _ = section == "Fields" ? (object?)LanguageParser.Field(node, mistakes) : LanguageParser.Condition(node, mistakes);
        }

        Assert.Empty(mistakes.Mistakes);
    }

    [GeneratedRegex(@"```yaml\n(ruleset: (\w+).*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^\| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Example();
}
