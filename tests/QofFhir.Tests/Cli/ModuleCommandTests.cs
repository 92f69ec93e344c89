using System.Text.Json;
using QofFhir.Tests.House;

namespace QofFhir.Tests.Cli;

/// <summary>Measures of quality improvement modules, from files.</summary>
public sealed class ModuleCommandTests : IDisposable
{
    private static readonly string Practice = Path.Combine(Repository.Root, "samples", "practice");
    private static readonly string Pack = Path.Combine(Repository.Root, "samples", "valuesets");
    private readonly string _out = Directory.CreateTempSubdirectory("qof-qi-").FullName;

    public void Dispose() => Directory.Delete(_out, recursive: true);

    [Fact]
    public void Modules_are_listed_with_their_points_and_what_can_be_evaluated()
    {
        var page = Ran.Qof("qi", "modules");
        Assert.All(page.Lines, l => Assert.True(l.Length <= 80, l));
        Assert.Contains("9 of 12", page.Output, StringComparison.Ordinal);

        var rows = JsonDocument.Parse(Ran.Qof("qi", "modules", "--format", "json").Output).RootElement.EnumerateArray().ToList();
        Assert.Equal(27, rows.Single(r => r.GetProperty("indicator").GetString() == "QI001").GetProperty("points").GetDecimal());
        Assert.Equal(JsonValueKind.Null, rows.Single(r => r.GetProperty("indicator").GetString() == "QILD007").GetProperty("points").ValueKind);
    }

    [Fact]
    public void Patients_at_risk_are_listed_with_what_put_them_there_and_what_is_lacking()
    {
        var ran = Evaluate("--qi", "prescribing-safety");

        Assert.Equal(0, ran.Code);
        Assert.DoesNotContain("lies outside the year", ran.Output, StringComparison.Ordinal);
        Assert.All(ran.Lines, l => Assert.True(l.Length <= 80, l));
        var lines = File.ReadAllLines(Path.Combine(_out, "at-risk.csv"));
        Assert.Equal("measure,patient,because,lacking", lines[0]);
        Assert.Contains(
            "NSAID65,p000060,\"ON_NSAID and PAT_AGE >= 65 (ON_NSAID holds, NSAID 2026-11-05)\",\"PROTECTED (PROTECTED does not hold, GASTRO absent)\"", lines);
        var outstanding = File.ReadLines(Path.Combine(_out, "outcomes.csv")).Count(l => l.Split(',')[2] == "outstanding");
        Assert.Equal(outstanding, lines.Length - 1);
        var report = JsonDocument.Parse(File.ReadLines(Path.Combine(_out, "measure-reports.ndjson")).First()).RootElement;
        Assert.Equal("https://qoffhir.example.org/fhir/Measure/qi-prescribing-safety-nsaid65|42", report.GetProperty("measure").GetString());
    }

    [Fact]
    public void The_measures_of_a_local_module_are_run_from_its_file()
    {
        var file = Path.Combine(_out, "ours.yaml");
        File.WriteAllText(file, """
            module: ours
            title: Ours
            rules: 51.2
            source: { document: Our network, evidence: found }
            rulesets: [OURS]
            measures: [OURS1]
            requirements: []
            ---
            ruleset: OURS
            title: Ours
            source: { document: Our network, evidence: found }
            indicators:
              OURS1: { title: Diabetes on lithium, population: DM_REG, rules: [{ achieve: "PAT_AGE >= 65" }] }
            """);

        var ran = Evaluate("--qi-file", file, "--format", "json");

        Assert.Equal(0, ran.Code);
        var measure = JsonDocument.Parse(ran.Output).RootElement.GetProperty("indicators")[0];
        Assert.Equal("OURS1", measure.GetProperty("indicator").GetString());
        Assert.True(measure.GetProperty("numerator").GetInt32() > 0);
    }

    [Theory]
    [InlineData("", "say what to evaluate: one of --framework, --qi and --qi-file")]
    [InlineData("--qi end-of-life --framework qof-england-2026-27", "say what to evaluate: one of --framework, --qi and --qi-file")]
    [InlineData("--qi end-of-live", "there is no module 'end-of-live'; there are: demand-and-capacity, ")]
    [InlineData("--qi optimising-access", "optimising-access measures nothing from the record")]
    public void What_cannot_be_evaluated_is_answered_with_what_can(string asked, string answer)
    {
        var ran = Evaluate(asked.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, ran.Code);
        Assert.Contains(answer, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_local_module_with_mistakes_is_refused_with_their_places()
    {
        var file = Path.Combine(_out, "ours.yaml");
        File.WriteAllText(file, "module: ours\n");

        var ran = Evaluate("--qi-file", file);

        Assert.Equal(4, ran.Code);
        Assert.Contains("ours.yaml:1:1 a module needs `title`", ran.Error, StringComparison.Ordinal);
    }

    private Ran Evaluate(params string[] asked) =>
        Ran.Qof(["evaluate", Practice, .. asked, "--achievement-date", "2026-11-30", "--code-pack", Pack, "--out", _out]);
}
