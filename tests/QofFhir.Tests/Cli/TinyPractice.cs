namespace QofFhir.Tests.Cli;

/// <summary>A folder with definitions of a made-up area and a practice of nine people, all of it to be read in one sitting.</summary>
internal sealed class TinyPractice : IDisposable
{
    public const string Framework = "tiny-2026-27";
    public const string Day = "2026-11-30";
    private const string SampleTag = """ "meta": { "tag": [{ "system": "https://qoffhir.example.org/fhir/CodeSystem/tag", "code": "sample" }] },""";
    private const string System = "https://example.org/tiny";
    private readonly string _folder = Directory.CreateTempSubdirectory("qof-cli-").FullName;

    public TinyPractice()
    {
        Write("defs/frameworks/tiny-2026-27.yaml", """
            framework: tiny-2026-27
            title: The tiny framework
            country: England
            year: 2026-04-01
            rules: 51.2
            source: "Made up for tests"
            rulesets: [TINY]
            indicators:
              - { id: T001, title: "Register of the sick", domain: "Clinical", group: "Sickness", kind: register, points: 4, certainty: { points: found }, source: "made up" }
              - { id: T002, title: "Sick: care in 12 months", domain: "Clinical", group: "Sickness", kind: fraction, points: 10, lower: 20, upper: 60, certainty: { points: found, thresholds: recalled }, source: "made up" }
              - { id: T003, title: "Sick: something that nobody wrote rules for", domain: "Clinical", group: "Sickness", kind: fraction, points: 7, lower: 40, upper: 90, certainty: { points: found, thresholds: found }, source: "made up" }
              - { id: T004, title: "The practice meets and talks", domain: "Quality", group: "Quality", kind: attestation, points: 5, certainty: { points: found }, source: "made up" }
            """);
        Write("defs/rulesets/TINY.yaml", """
            ruleset: TINY
            title: A tiny area
            source: { document: "Made up for tests", evidence: found }
            fields:
              earliest: SICK
              latest: FRAIL CARE UNFIT NOTWANTED
            registers:
              SICK_REG:
                title: Sick patients
                rules:
                  - { reject: "SICK_DAT is absent", rule: 1 }
                  - select
            indicators:
              T001: { title: Register of the sick, register: SICK_REG }
              T002:
                title: Care in 12 months
                population: SICK_REG
                rules:
                  - { exclude: FRAIL, when: "FRAIL_DAT is present", rule: 1 }
                  - { achieve: "CARE_DAT > PPED - 12 months", rule: 2 }
                  - { owe: "PAT_AGE > 90", rule: 3 }
                  - { adjust: UNFIT, reason: unsuitable, when: "UNFIT_DAT > PPED - 12 months", rule: 4 }
                  - { adjust: NOTWANTED, reason: patient-chose-not-to, when: "NOTWANTED_DAT > PPED - 12 months", rule: 5 }
                  - { adjust: REG1_DAT3, reason: newly-registered, when: "REG_DAT > PPED - 6 months", rule: 6 }
            """);
        foreach (var cluster in new[] { "SICK", "FRAIL", "CARE", "UNFIT" })
        {
            Write($"defs/valuesets/{cluster}_COD.json", ValueSet(cluster, System, "full"));
        }

        Write("defs/valuesets/NOTWANTED_COD.json", ValueSet("NOTWANTED", null, "none"));
        Write("pack/NOTWANTED_COD.json", ValueSet("NOTWANTED", "https://qoffhir.example.org/fhir/CodeSystem/sample", "full"));

        Write("in/practice.ndjson", string.Join('\n',
        [
            .. Person("-dash", "1960-05-05", ("SICK", "2010-01-01"), ("CARE", "2026-05-10")),
            .. Person("achieved", "1960-05-05", ("SICK", "2010-01-01"), ("CARE", "2026-04-01")),
            .. Person("adjusted", "1960-05-05", ("SICK", "2010-01-01"), ("UNFIT", "2026-06-01")),
            .. Person("due-later", "1960-05-05", ("SICK", "2010-01-01"), ("CARE", "2026-03-31")),
            .. Person("frail", "1940-05-05", ("SICK", "2010-01-01"), ("FRAIL", "2020-01-01")),
            .. Person("new", "1960-05-05", "2026-10-01", ("SICK", "2010-01-01")),
            .. Person("old", "1930-05-05", ("SICK", "2010-01-01"), ("UNFIT", "2026-06-01")),
            .. Person("well", "1960-05-05"),
            """{"resourceType":"Patient","id":"left","birthDate":"1960-05-05"}""",
            """{"resourceType":"Patient","id":"unborn"}""",
            "",
        ]));
    }

    public string Definitions => At("defs");

    public string Pack => At("pack");

    public string Input => At("in");

    public string Out => At("out");

    public string At(string path) => Path.Combine(_folder, path);

    public string Read(string path) => File.ReadAllText(At(path));

    public string Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text.ReplaceLineEndings("\n"));
        return At(path);
    }

    public Ran Evaluate(params string[] more) => Ran.Qof(
        ["evaluate", Input, "--framework", Framework, "--achievement-date", Day, "--definitions", Definitions, "--out", Out, .. more]);

    public Ran Explain(string patient, string indicator, params string[] more) => Ran.Qof(
        ["explain", Input, "--patient", patient, "--indicator", indicator, "--framework", Framework, "--achievement-date", Day,
            "--definitions", Definitions, .. more]);

    /// <summary>Every file of a folder below, with its text.</summary>
    public SortedDictionary<string, string> Files(string path) => new(
        Directory.EnumerateFiles(At(path), "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(At(path), f), File.ReadAllText),
        StringComparer.Ordinal);

    /// <summary>What lies beside the inputs: nothing that a run should have taken away.</summary>
    public IEnumerable<string> Siblings() => Directory.EnumerateFileSystemEntries(_folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IEnumerable<string> Person(string id, string born, params (string Cluster, string On)[] entries) =>
        Person(id, born, "2000-01-01", entries);

    private static IEnumerable<string> Person(string id, string born, string registered, params (string Cluster, string On)[] entries) =>
    [
        $$$"""{"resourceType":"Patient","id":"{{{id}}}","birthDate":"{{{born}}}"}""",
        $$$"""{"resourceType":"EpisodeOfCare","id":"{{{id}}}-r","status":"active","patient":{"reference":"Patient/{{{id}}}"},"managingOrganization":{"identifier":{"system":"https://fhir.nhs.uk/Id/ods-organization-code","value":"A99999"}},"period":{"start":"{{{registered}}}"}}""",
        .. entries.Select((e, i) =>
            $$$"""{"resourceType":"Condition","id":"{{{id}}}-{{{i + 1}}}","subject":{"reference":"Patient/{{{id}}}"},"code":{"coding":[{"system":"{{{System}}}","code":"{{{e.Cluster}}}-1"}]},"onsetDateTime":"{{{e.On}}}"}"""),
    ];

    private static string ValueSet(string cluster, string? system, string completeness) => $$"""
        {
          "resourceType": "ValueSet",{{(system is { } tagged && tagged.EndsWith("/sample", StringComparison.Ordinal) ? SampleTag : "")}}
          "extension": [
            { "url": "https://qoffhir.example.org/fhir/StructureDefinition/cluster-class", "valueCode": "code" },
            { "url": "https://qoffhir.example.org/fhir/StructureDefinition/completeness", "valueCode": "{{completeness}}" }
          ],
          "url": "https://qoffhir.example.org/fhir/ValueSet/{{cluster}}_COD",
          "version": "1",
          "name": "{{cluster}}_COD",
          "status": "active",
          "expansion": {
            "timestamp": "2026-04-01",
            "contains": [{{(system is null ? "" : $$"""{ "system": "{{system}}", "code": "{{cluster}}-1" }""")}}]
          }
        }
        """;
}
