using System.Text.Json.Nodes;
using QofFhir.Core.Achievement;
using QofFhir.Fhir.Writing;
using QofFhir.Tests.House;

namespace QofFhir.Tests.Fhir.Writing;

/// <summary>Everything that we write, before validators that nobody here wrote; and proof that they bite.</summary>
public sealed class ValidatorTests
{
    [Theory]
    [InlineData(DeqmRealm.Universal100, "A81001", false)]
    [InlineData(DeqmRealm.Us500, "A81001", false)]
    [InlineData(DeqmRealm.Universal100, null, true)]
    public void Every_kind_of_report_and_measure_passes(DeqmRealm realm, string? practice, bool warnings)
    {
        var result = HandMadePractice.Result(practice, sampleCodes: warnings, outsideItsYear: warnings);
        var settings = new MeasureReportSettings(realm, PatientKey: practice is null ? new byte[] { 1, 2, 3 } : null);
        var resources = Resources(result, settings).ToList();

        // 8 indicators with measures, summaries and subject lists; 5 + 3 + 2 + 5 individual reports.
        Assert.Equal((8 * 3) + 15, resources.Count);
        var (exit, output) = Validators.Validate(resources);
        Assert.True(output.Trim() == $"{resources.Count} resources, 0 faults", output);
        Assert.Equal(0, exit);
    }

    [Fact]
    public void Reports_parted_by_strata_pass_and_one_group_lost_is_found()
    {
        var practice = HandMadePractice.Stratified();
        string Both(string id, Func<string, string> change) => HandMadePractice.Write(o => MeasureWriter.Write(o, practice.Framework, HandMadePractice.Of(practice, id).Indicator))
            + "\n" + change(HandMadePractice.Write(o => new MeasureReportWriter(new()).WriteSummary(o, practice, HandMadePractice.Of(practice, id), HandMadePractice.ComputedAt)));
        string[] ids = ["DM020", "HYP010", "BP002", "DM017", "HYP001", "CHD015"];
        var (exit, output) = Validators.Validate(ids.SelectMany(id => Both(id, r => r).Split('\n')));
        Assert.True(exit == 0, output);

        (exit, output) = Validators.Validate(Both("DM020", r => Broken(r, report =>
            report["group"]![0]!["stratifier"]![1]!["stratum"]!.AsArray().RemoveAt(9))).Split('\n'));
        Assert.Equal(1, exit);
        Assert.Contains("the groups of 'wide' do not add up to", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Operation_outcomes_pass()
    {
        var (exit, output) = Validators.Validate([
            HandMadePractice.Write(o => OperationOutcomeWriter.Write(o, OperationOutcomeWriterTests.AllKinds)),
            HandMadePractice.Write(o => OperationOutcomeWriter.Write(o, []))]);
        Assert.True(output.Trim() == "2 resources, 0 faults", output);
        Assert.Equal(0, exit);
    }

    [Fact]
    public void What_lies_in_profiles_passes()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "profiles"), "*json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).ToArray();
        Assert.NotEmpty(files);
        var (exit, output) = Validators.ValidateFiles(files);
        Assert.True(exit == 0, output);
    }

    [Fact]
    public void A_broken_report_is_refused_and_the_fault_named()
    {
        var good = Good();
        var broken = BrokenReports.All.Select(b => (b.Name, b.Check, Json: b.Break(good[b.Of]))).ToList();

        // The Measure stands first, so that each report is judged against it; line n + 2 is broken report n.
        var (exit, output) = Validators.Validate([good["Measure"], .. broken.Select(b => b.Json)]);
        Assert.Equal(1, exit);
        var lines = output.Split('\n');
        Assert.False(lines.Any(l => l.Contains("in.ndjson:1 ", StringComparison.Ordinal)), output);
        Assert.All(broken.Index(), b => Assert.True(
            lines.Any(l => l.Contains($"in.ndjson:{b.Index + 2} ", StringComparison.Ordinal) && l.Contains($"[{b.Item.Check}]", StringComparison.Ordinal)),
            $"{b.Item.Name}: no [{b.Item.Check}] among\n" + string.Join('\n', lines.Where(l => l.Contains($"in.ndjson:{b.Index + 2} ", StringComparison.Ordinal)))));
    }

    [Fact]
    public void A_broken_measure_is_refused()
    {
        var measure = Good()["Measure"];
        var (exit, output) = Validators.Validate([
            Broken(measure, m => m.Remove("status")),
            Broken(measure, m => m["group"]![0]!["population"]!.AsArray().RemoveAt(4)),
            Broken(measure, m => m["group"]![0]!["population"]![0]!.AsObject().Remove("criteria")),
            Broken(measure, m => m["extension"]![2]!["extension"]![0]!["url"] = "frame"),
            "{ \"resourceType\": \"Measure\", "]);
        Assert.Equal(1, exit);
        Assert.Contains("in.ndjson:1 Measure/qof-england-2026-27-dm020 [medplum]", output, StringComparison.Ordinal);
        Assert.Contains("in.ndjson:2 Measure/qof-england-2026-27-dm020 [measure-populations]", output, StringComparison.Ordinal);
        Assert.Contains("in.ndjson:3 Measure/qof-england-2026-27-dm020 [solara]", output, StringComparison.Ordinal);
        Assert.Contains("in.ndjson:4 Measure/qof-england-2026-27-dm020 [profiles]", output, StringComparison.Ordinal);
        Assert.Contains("in.ndjson:5 ? [json]", output, StringComparison.Ordinal);
    }

    private static string Broken(string json, Action<JsonObject> breakIt)
    {
        var node = JsonNode.Parse(json)!.AsObject();
        breakIt(node);
        return node.ToJsonString();
    }

    private static Dictionary<string, string> Good()
    {
        var practice = HandMadePractice.Result();
        var indicator = HandMadePractice.Of(practice, "DM020");
        var writer = new MeasureReportWriter(new());
        return new()
        {
            ["Measure"] = HandMadePractice.Write(o => MeasureWriter.Write(o, practice.Framework, indicator.Indicator)),
            ["summary"] = HandMadePractice.Write(o => writer.WriteSummary(o, practice, indicator, HandMadePractice.ComputedAt)),
            ["individual"] = HandMadePractice.Write(o => writer.WriteIndividual(
                o, practice, indicator, HandMadePractice.Individual(indicator, 2), HandMadePractice.ComputedAt)),
            ["subject-list"] = HandMadePractice.Write(o => writer.WriteSubjectList(
                o, practice, indicator, HandMadePractice.PatientId, HandMadePractice.ComputedAt)),
        };
    }

    private static IEnumerable<string> Resources(PracticeResult practice, MeasureReportSettings settings)
    {
        var writer = new MeasureReportWriter(settings);
        var at = HandMadePractice.ComputedAt;
        foreach (var indicator in practice.Reported.Where(i => MeasureReportWriter.Reports(i.Indicator)))
        {
            yield return HandMadePractice.Write(o => MeasureWriter.Write(o, practice.Framework, indicator.Indicator));
            yield return HandMadePractice.Write(o => writer.WriteSummary(o, practice, indicator, at));
            yield return HandMadePractice.Write(o => writer.WriteSubjectList(o, practice, indicator, HandMadePractice.PatientId, at));
            foreach (var (patient, _) in indicator.Outcomes)
            {
                yield return HandMadePractice.Write(o => writer.WriteIndividual(
                    o, practice, indicator, HandMadePractice.Individual(indicator, patient), at));
            }
        }
    }
}
