using QofFhir.Core.Prompts;
using QofFhir.Definitions;

namespace QofFhir.Tests.Definitions.Care;

/// <summary>What settles care, read from a file: every mistake is told with its line and column.</summary>
public sealed class CareFileTests : IDisposable
{
    private const string Head = "care: care\ntitle: t\nsource: { document: d, evidence: inferred }\nsittings:\n";

    private readonly string _root = Directory.CreateTempSubdirectory("qof-care").FullName;

    public CareFileTests()
    {
        Write("rulesets/GOOD.yaml", "ruleset: GOOD\ntitle: t\nsource: { document: d, evidence: found }\nfields: { TEST: latest TEST_COD }\nindicators:\n  G001: { title: t, population: everyone, rules: [{ achieve: TEST_DAT is present }] }\n");
        Write("frameworks/good.yaml", "framework: good\ntitle: t\ncountry: England\nyear: 2026-04-01\nrules: 51\nsource: here\nrulesets: [GOOD]\nindicators:\n  - { id: G001, title: t, domain: d, group: g, kind: fraction, points: 5, lower: 40, upper: 90, certainty: { points: found, thresholds: found } }\n");
        foreach (var name in new[] { "TEST_COD", "OTHER_COD", "THIRD_COD" })
        {
            Write($"valuesets/{name}.json", $$"""
                { "resourceType": "ValueSet", "url": "https://example.org/{{name}}", "version": "1", "name": "{{name}}", "status": "active",
                  "extension": [{"url": "https://qoffhir.example.org/fhir/StructureDefinition/cluster-class", "valueCode": "code"}, {"url": "https://qoffhir.example.org/fhir/StructureDefinition/completeness", "valueCode": "full"}],
                  "expansion": { "timestamp": "2026-04-01", "contains": [{ "system": "http://snomed.info/sct", "code": "450759008" }] } }
                """);
        }
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_framework_has_the_care_that_its_rules_ask_for_in_the_order_of_the_file()
    {
        var library = Load("""
              blood:
                title: Blood test
                kind: test
                staff: [nurse, hca]
                care:
                  other: { title: Other, records: [OTHER_COD] }
                  third: { title: Third, records: [THIRD_COD, TEST_COD] }
            """);

        Assert.Empty(library.Mistakes);
        var care = Assert.Single(library.Framework("good").Care);
        Assert.Equal(("third", "Third", "blood", "Blood test", CareKind.Test), (care.Id, care.Title, care.Sitting.Id, care.Sitting.Title, care.Sitting.Kind));
        Assert.Equal(["THIRD_COD", "TEST_COD"], care.Clusters);
        Assert.Equal([StaffRole.Nurse, StaffRole.HealthcareAssistant], care.Sitting.Staff.Order());
    }

    [Fact]
    public void Without_a_file_of_care_prompts_name_none()
    {
        var library = DefinitionLibrary.Load(_root);
        Assert.Empty(library.Mistakes);
        Assert.Empty(library.Framework("good").Care);
    }

    [Fact]
    public void All_mistakes_are_told_at_once_with_line_and_column()
    {
        var library = Load("""
              blood:
                title: Blood test
                kind: sample
                staff: [nurse, porter]
                care:
                  first: { title: First, records: [TEST_COD, TSET_COD] }
                  second: { title: Second, records: [TEST_COD] }
                  first: { title: First, records: [OTHER_COD] }
              urine:
                title: Urine test
                kind: test
                staff: [nurse]
                colour: yellow
                care:
                  third: { title: Third, record: [THIRD_COD] }
            """);

        Assert.Equal(
            """
            care/care.yaml:7:11 `sample` is none of test, measurement, medicine, vaccination, review, referral
            care/care.yaml:8:20 `porter` is none of gp, nurse, hca, pharmacist, reception
            care/care.yaml:10:50 unknown cluster TSET_COD; did you mean TEST_COD?
            care/care.yaml:11:42 TEST_COD settles other care already, in care/care.yaml line 10
            care/care.yaml:12:7 `first` stands here twice, first in line 10
            care/care.yaml:17:5 unknown key `colour` in a sitting; known: title, kind, staff, care
            care/care.yaml:19:7 care needs `records`
            care/care.yaml:19:30 unknown key `record` in care; known: title, records
            """, string.Join('\n', library.Mistakes.Select(m => $"{m.File}:{m.Line}:{m.Column} {m.Text}")));
    }

    [Fact]
    public void Care_of_one_name_in_two_sittings_and_a_file_of_another_name_are_mistakes()
    {
        Write("care/local.yaml", Head + "  more:\n    title: t\n    kind: test\n    staff: [nurse]\n    care:\n      same: { title: t, records: [OTHER_COD] }\n      other: { title: t, records: [TEST_COD] }\n");
        var library = Load("  blood:\n    title: t\n    kind: test\n    staff: [nurse]\n    care:\n      same: { title: t, records: [TEST_COD] }\n");

        Assert.Equal(
            """
            care/local.yaml:1:7 the care is called as its file: local
            care/local.yaml:10:7 care `same` stands here twice, first in care/care.yaml line 10
            care/local.yaml:11:36 TEST_COD settles other care already, in care/care.yaml line 10
            """, string.Join('\n', library.Mistakes.Select(m => $"{m.File}:{m.Line}:{m.Column} {m.Text}")));
    }

    [Fact]
    public void A_mistake_in_it_stops_every_framework()
    {
        var library = Load("  blood:\n    title: t\n    kind: test\n    staff: [porter]\n    care: {}\n");
        Assert.Throws<DefinitionException>(() => library.Framework("good"));
    }

    private DefinitionLibrary Load(string sittings)
    {
        Write("care/care.yaml", Head + sittings.ReplaceLineEndings("\n") + "\n");
        return DefinitionLibrary.Load(_root);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
