using System.Text.RegularExpressions;
using QofFhir.Core;
using QofFhir.Core.Evaluation;
using QofFhir.Definitions;
using QofFhir.Definitions.Language;
using QofFhir.Definitions.Yaml;
using QofFhir.Tests.House;
using QofFhir.Tests.SampleGp;
using QofFhir.Tests.Spec;

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

        Assert.Equal(4, files.Length);
        Assert.Empty(Compiled.From(files).Mistakes);
    }

    /// <summary>What the page says of a local scheme: one file and value sets, and it evaluates.</summary>
    [Fact]
    public void The_local_scheme_of_the_page_is_one_file_and_value_sets()
    {
        using var folder = new TemporaryFolder();
        foreach (var part in new[] { "frameworks", "rulesets", "valuesets" })
        {
            Copy(Path.Combine(Repository.Root, part), Path.Combine(folder.Path, part));
        }

        File.WriteAllText(Path.Combine(folder.Path, "frameworks", "riverside-2026-27.yaml"), Scheme().Match(Page).Groups[1].Value);
        foreach (var cluster in new[] { "CARER", "CARERCHECK", "CARERDEC" })
        {
            File.WriteAllText(Path.Combine(folder.Path, "valuesets", $"{cluster}_COD.json"), $$"""
                {
                  "resourceType": "ValueSet", "name": "{{cluster}}_COD", "version": "1", "status": "active",
                  "extension": [
                    { "url": "https://qoffhir.example.org/fhir/StructureDefinition/cluster-class", "valueCode": "code" },
                    { "url": "https://qoffhir.example.org/fhir/StructureDefinition/completeness", "valueCode": "full" }
                  ],
                  "expansion": { "timestamp": "2026-03-03", "contains": [{ "system": "https://riverside.example.org/codes", "code": "{{cluster}}" }] }
                }
                """);
        }

        var library = DefinitionLibrary.Load(folder.Path);
        Assert.Empty(library.Mistakes);
        var framework = library.Framework("riverside-2026-27");
        Assert.Equal((2, 14m), (framework.Indicators.Count, framework.Points));
        var records = SpecPractice.Build(framework.Plan, SpecTable.Of("qof-england-2026-27", "2027-03-31", """
            patient  | born       | events
            checked  | 1960-01-01 | CARER 2020-01-01, DM 2010-01-01, CARERCHECK 2026-01-01
            too long | 1960-01-01 | CARER 2020-01-01, DM 2010-01-01, CARERCHECK 2025-12-31
            declined | 1960-01-01 | CARER 2020-01-01, DM 2010-01-01, CARERDEC 2026-05-01
            no carer | 1960-01-01 | DM 2010-01-01
            healthy  | 1960-01-01 | CARER 2020-01-01
            """).Patients);
        var result = Qof.Evaluate(framework, records, ServiceDates.Year(new DateOnly(2027, 3, 31)));
        Assert.Equal(
            ["achieved", "adjusted CARERDEC", "excluded NODM", "outstanding"],
            result.Indicators[1].Outcomes.Select(o => SpecVerdict.Text(o.Outcome)));
        Assert.Equal(4, result.Indicators[0].Counts!.Population);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var inner in Directory.EnumerateDirectories(from))
        {
            Copy(inner, Path.Combine(to, Path.GetFileName(inner)));
        }
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

    [GeneratedRegex(@"```yaml\n(framework: riverside.*?)```", RegexOptions.Singleline)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"^\| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Example();
}
