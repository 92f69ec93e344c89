using QofFhir.Definitions;

namespace QofFhir.Tests.Definitions.Language;

public sealed class DefinitionLibraryTests : IDisposable
{
    private const string Entry = "title: t, domain: d, group: g, kind: fraction, points: 5, lower: 40, upper: 90, certainty: { points: found, thresholds: found } }\n";

    private readonly string _root = Directory.CreateTempSubdirectory("qof-definitions").FullName;

    public DefinitionLibraryTests()
    {
        Directory.CreateDirectory(Path.Combine(_root, "valuesets"));
        Write("rulesets/GOOD.yaml", "ruleset: GOOD\ntitle: t\nsource: { document: d, evidence: found }\nindicators:\n  G001: { title: t, population: everyone, rules: [{ achieve: PAT_AGE > 1 }] }\n");
        Write("rulesets/BAD.yaml", "ruleset: BAD\ntitle: t\nsource: { document: d, evidence: found }\nindicators:\n  B001: { title: t, population: everyone, rules: [{ achieve: PAT_AGE > old }] }\n");
        Write("frameworks/good.yaml", Framework("good", "GOOD") + "  - { id: G001, " + Entry + "  - { id: Z001, " + Entry);
        Write("frameworks/bad.yaml", Framework("bad", "BAD") + "  - { id: B001, " + Entry);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_mistake_stops_only_the_frameworks_that_it_concerns()
    {
        var library = DefinitionLibrary.Load(_root);

        var mistake = new DefinitionMistake("rulesets/BAD.yaml", 5, 72, "expected a number here, not `old`");
        Assert.Equal([mistake], library.Mistakes);
        Assert.Equal("G001", library.Framework("good").Plan.Indicators.Single().Id);
        var refused = Assert.Throws<DefinitionException>(() => library.Framework("bad"));
        Assert.Equal([mistake], refused.Mistakes);
        Assert.Equal("framework bad has 1 mistake:\nrulesets/BAD.yaml:5:72 expected a number here, not `old`", refused.Message);
    }

    [Fact]
    public void A_value_that_no_rule_gives_a_unit_is_read_as_a_plain_number()
    {
        Write("valuesets/SCORE_COD.json", """
            { "resourceType": "ValueSet", "url": "https://example.org/SCORE_COD", "version": "1", "name": "SCORE_COD", "status": "active",
              "extension": [{"url": "https://qoffhir.example.org/fhir/StructureDefinition/cluster-class", "valueCode": "code"}, {"url": "https://qoffhir.example.org/fhir/StructureDefinition/completeness", "valueCode": "full"}],
              "expansion": { "timestamp": "2026-04-01", "contains": [{ "system": "http://snomed.info/sct", "code": "450759008" }] } }
            """);
        Write("rulesets/GOOD.yaml", "ruleset: GOOD\ntitle: t\nsource: { document: d, evidence: found }\nfields: { SCORE: latest SCORE_COD with value }\nindicators:\n  G001: { title: t, population: everyone, rules: [{ achieve: SCORE_VAL >= 2 }] }\n");
        var library = DefinitionLibrary.Load(_root);

        Assert.Equal("", library.CodeIndex(library.Framework("good")).UnitFor("sct|450759008"));
    }

    [Fact]
    public void Frameworks_are_listed_with_how_much_can_be_evaluated() =>
        Assert.Equal(
        [
            new FrameworkSummary("bad", "Test", new DateOnly(2026, 4, 1), "51", 5, 1, 0, 0, true),
            new FrameworkSummary("good", "Test", new DateOnly(2026, 4, 1), "51", 10, 2, 1, 5, false),
        ], DefinitionLibrary.Load(_root).Frameworks);

    [Fact]
    public void An_unknown_framework_is_answered_with_the_known_ones() =>
        Assert.Equal(
            "unknown framework ugly; known: bad, good",
            Assert.Throws<KeyNotFoundException>(() => DefinitionLibrary.Load(_root).Framework("ugly")).Message);

    [Fact]
    public void A_framework_file_that_is_no_framework_is_known_by_its_name_and_refused()
    {
        Write("frameworks/ugly.yaml", "{");

        Assert.Throws<DefinitionException>(() => DefinitionLibrary.Load(_root).Framework("ugly"));
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_told_with_their_place()
    {
        File.WriteAllBytes(Path.Combine(_root, "rulesets", "GOOD.yaml"), [.. "ruleset: GOOD\ntitle: "u8, 0xE9, (byte)'\n']);

        Assert.Contains(new DefinitionMistake("rulesets/GOOD.yaml", 2, 8, "this is no UTF-8"), DefinitionLibrary.Load(_root).Mistakes);
    }

    [Fact]
    public void A_root_without_folders_is_told_and_does_not_throw()
    {
        var library = DefinitionLibrary.Load(Path.Combine(_root, "nowhere"));

        Assert.Empty(library.Frameworks);
        Assert.Equal(["frameworks", "rulesets"], library.Mistakes.Select(m => m.File).Where(f => !Path.IsPathRooted(f)));
    }

    private static string Framework(string id, string ruleset) =>
        $"framework: {id}\ntitle: Test\ncountry: England\nyear: 2026-04-01\nrules: 51\nsource: list\nrulesets: [{ruleset}]\nindicators:\n";

    private void Write(string path, string text)
    {
        var file = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
