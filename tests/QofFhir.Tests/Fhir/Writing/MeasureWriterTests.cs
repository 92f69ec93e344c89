using System.Text.Json.Nodes;
using QofFhir.Core.Achievement;
using QofFhir.Fhir.Writing;

namespace QofFhir.Tests.Fhir.Writing;

public sealed class MeasureWriterTests
{
    private static readonly PracticeResult Practice = HandMadePractice.Result();

    [Fact]
    public void A_fraction_is_a_proportion_measure_with_named_criteria()
    {
        var measure = Measure("DM020");
        Assert.Equal("https://qoffhir.example.org/fhir/Measure/qof-england-2026-27-dm020", Text(measure["url"]));
        Assert.Equal("51.2", Text(measure["version"]));
        Assert.Equal("Qof_england_2026_27_dm020", Text(measure["name"]));
        Assert.Equal("active", Text(measure["status"]));
        Assert.Equal("proportion", Text(measure["scoring"]!["coding"]![0]!["code"]));
        Assert.Equal(
            ["Initial Population", "Denominator", "Denominator Exclusion", "Denominator Exception", "Numerator"],
            measure["group"]![0]!["population"]!.AsArray().Select(p => Text(p!["criteria"]!["expression"])));
        Assert.Equal("outcome-label", Text(measure["group"]![0]!["stratifier"]![0]!["id"]));
        Assert.Null(measure["library"]);
    }

    [Fact]
    public void It_names_the_strata_of_its_framework_and_the_report_gives_all_their_groups()
    {
        var practice = HandMadePractice.Stratified();
        var indicator = HandMadePractice.Of(practice, "DM020");
        var measure = JsonNode.Parse(HandMadePractice.Write(o => MeasureWriter.Write(o, practice.Framework, indicator.Indicator)))!;
        var report = JsonNode.Parse(HandMadePractice.Write(o => new MeasureReportWriter(new()).WriteSummary(o, practice, indicator, HandMadePractice.ComputedAt)))!;

        string[] expected = ["outcome-label", "wide", "narrow"];
        Assert.Equal(expected, measure["group"]![0]!["stratifier"]!.AsArray().Select(s => Text(s!["id"])));
        var stratifiers = report["group"]![0]!["stratifier"]!.AsArray();
        Assert.Equal(expected, stratifiers.Select(s => Text(s!["code"]![0]!["coding"]![0]!["code"])));
        Assert.Equal(
            ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "not-known"],
            stratifiers[1]!["stratum"]!.AsArray().Select(s => Text(s!["value"]!["coding"]![0]!["code"])));
        Assert.Equal(
            [(1, null), (2, 1m), (2, 0m)],
            stratifiers[2]!["stratum"]!.AsArray().Select(s => (s!["population"]![0]!["count"]!.GetValue<int>(), s["measureScore"]?["value"]!.GetValue<decimal>())));
    }

    [Fact]
    public void A_register_is_a_cohort_measure_of_one_population()
    {
        var measure = Measure("DM017");
        Assert.Equal("cohort", Text(measure["scoring"]!["coding"]![0]!["code"]));
        Assert.Equal("initial-population", Text(Assert.Single(measure["group"]![0]!["population"]!.AsArray())!["id"]));
        Assert.Null(measure["improvementNotation"]);
        Assert.Null(measure["group"]![0]!["stratifier"]);
    }

    [Fact]
    public void Without_rules_it_is_a_draft_that_says_so()
    {
        var measure = Measure("AF006");
        Assert.Equal("draft", Text(measure["status"]));
        Assert.EndsWith("It has no rules yet and is not evaluated.", Text(measure["description"]), StringComparison.Ordinal);
        Assert.Equal(["documentation"], measure["relatedArtifact"]!.AsArray().Select(a => Text(a!["type"])));
        Assert.Equal(["documentation", "derived-from"], Measure("DM020")["relatedArtifact"]!.AsArray().Select(a => Text(a!["type"])));
    }

    [Fact]
    public void A_report_names_the_measure_and_its_version()
    {
        var report = HandMadePractice.Write(o => new MeasureReportWriter(new()).WriteSummary(
            o, Practice, HandMadePractice.Of(Practice, "DM020"), HandMadePractice.ComputedAt));
        var measure = Measure("DM020");
        Assert.Equal($"{measure["url"]}|{measure["version"]}", Text(JsonNode.Parse(report)!["measure"]));
    }

    [Fact]
    public void An_attestation_has_no_measure()
    {
        Assert.False(MeasureWriter.Measures(HandMadePractice.Of(Practice, "QI001").Indicator));
        Assert.Throws<ArgumentException>(() => Measure("QI001"));
    }

    private static JsonNode Measure(string id) => JsonNode.Parse(HandMadePractice.Write(
        o => MeasureWriter.Write(o, Practice.Framework, HandMadePractice.Of(Practice, id).Indicator)))!;

    private static string? Text(JsonNode? node) => node?.GetValue<string>();
}
