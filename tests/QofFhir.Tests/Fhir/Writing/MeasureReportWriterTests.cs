using System.Text.Json.Nodes;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Rules;
using QofFhir.Fhir.Writing;

namespace QofFhir.Tests.Fhir.Writing;

public sealed class MeasureReportWriterTests
{
    private static readonly PracticeResult Practice = HandMadePractice.Result();

    // indicator | status | initial, denominator, exclusion, exception, numerator | score of the net denominator
    [Theory]
    [InlineData("DM020", "complete", new[] { 5, 5, 1, 1, 1 }, 0.3333)]
    [InlineData("DM036", "complete", new[] { 3, 3, 0, 0, 2 }, 0.6667)]
    [InlineData("HYP010", "complete", new[] { 2, 2, 1, 1, 0 }, null)]
    [InlineData("BP002", "complete", new[] { 0, 0, 0, 0, 0 }, null)]
    [InlineData("DM017", "complete", new[] { 5 }, null)]
    [InlineData("HYP001", "complete", new[] { 0 }, null)]
    [InlineData("CHD015", "error", new int[0], null)]
    [InlineData("AF006", "error", new int[0], null)]
    public void A_summary_has_gross_counts_and_a_net_score(string id, string status, int[] counts, double? score)
    {
        foreach (var report in new[] { Summary(id), SubjectList(id) })
        {
            Assert.Equal(status, Text(report["status"]));
            Assert.Equal(counts, Counts(report));
            Assert.Equal((decimal?)score, report["group"]![0]!["measureScore"]?["value"]?.GetValue<decimal>());
            Assert.Equal(id, Text(report["group"]![0]!["code"]!["coding"]![0]!["code"]));
        }
    }

    [Theory]
    [InlineData(1, 1, "1")]
    [InlineData(0, 3, "0")]
    [InlineData(1, 2, "0.5")]
    [InlineData(1, 20000, "0.0001")] // 0.00005 goes up
    [InlineData(49, 1000000, "0")] // 0.000049 goes down
    [InlineData(2, 3, "0.6667")]
    public void A_score_has_at_most_four_places_rounded_half_up(int numerator, int net, string score)
    {
        var indicator = HandMadePractice.Of(Practice, "DM020");
        var counts = new IndicatorCounts(net, [], [], numerator, net - numerator);
        var json = HandMadePractice.Write(o => new MeasureReportWriter(new()).WriteSummary(
            o, Practice, indicator with { Counts = counts }, HandMadePractice.ComputedAt));
        Assert.Contains($"\"measureScore\":{{\"value\":{score}}}", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Not_evaluable_states_no_number_at_all_and_says_why()
    {
        foreach (var (id, code, reason) in new[]
        {
            ("CHD015", "incomplete", "Not evaluable: CHD_COD has no codes."), ("AF006", "not-supported", "Not evaluable: no rules yet."),
        })
        {
            var report = Summary(id);
            var populations = report["group"]![0]!["population"]!.AsArray();
            Assert.Equal(5, populations.Count);
            Assert.All(populations, p => Assert.Null(p!["count"]));
            Assert.Null(report["group"]![0]!["stratifier"]);
            var issue = report["contained"]![0]!["issue"]![0]!;
            Assert.Equal(("error", code, reason), (Text(issue["severity"]), Text(issue["code"]), Text(issue["details"]!["text"])));
            Assert.Null(Part(report, "pointsEarned"));
            Assert.Equal("not-evaluable", Text(Part(report, "evaluability")!["valueCode"]));
        }
    }

    [Fact]
    public void Every_label_of_the_rule_table_has_a_stratum_zero_counts_too()
    {
        var strata = Summary("DM020")["group"]![0]!["stratifier"]![0]!["stratum"]!.AsArray();
        var found = strata.Select(s => (
            Label: Text(s!["value"]!["coding"]![0]!["code"]), Means: Text(s["value"]!["text"]),
            Counts: string.Join(' ', s["population"]!.AsArray().Select(p => p!["count"]!.GetValue<int>()))));
        Assert.Equal(
            [
                ("MDSEVFRAIL", "Exclusion", "1 1 1 0 0"),
                ("DMPCAPU", "Personalised care adjustment: unsuitable", "1 1 0 1 0"),
                ("DMPCADEC", "Personalised care adjustment: patient-chose-not-to", "0 0 0 0 0"),
            ],
            found);
    }

    [Fact]
    public void An_attestation_has_no_report()
    {
        var attested = HandMadePractice.Of(Practice, "QI001");
        Assert.False(MeasureReportWriter.Reports(attested.Indicator));
        Assert.Throws<ArgumentException>(() => Summary("QI001"));
    }

    [Fact]
    public void Equal_arguments_give_equal_bytes_and_the_time_zone_of_the_clock_does_not_matter()
    {
        var indicator = HandMadePractice.Of(Practice, "DM020");
        var points = indicator with { Indicator = indicator.Indicator with { Points = 17.00m }, Points = indicator.Points * 1.00m };
        var writer = new MeasureReportWriter(new());
        Assert.Equal(
            HandMadePractice.Write(o => writer.WriteSummary(o, HandMadePractice.Result(), indicator, HandMadePractice.ComputedAt)),
            HandMadePractice.Write(o => writer.WriteSummary(o, Practice, points, HandMadePractice.ComputedAt.ToOffset(TimeSpan.FromHours(-5)))));
        Assert.Equal("2026-11-21T06:30:00Z", Text(Summary("DM020")["date"]));
    }

    [Fact]
    public void A_summary_says_points_how_sure_they_are_and_whether_they_may_change()
    {
        var incomplete = Summary("DM036");
        Assert.Equal(7.92m, Part(incomplete, "pointsEarned")!["valueDecimal"]!.GetValue<decimal>());
        Assert.Equal(10m, Part(incomplete, "pointsAvailable")!["valueDecimal"]!.GetValue<decimal>());
        Assert.True(Part(incomplete, "provisional")!["valueBoolean"]!.GetValue<bool>());
        Assert.Equal("found", Text(Part(incomplete, "pointsCertainty")!["valueCode"]));
        Assert.Equal("inferred", Text(Part(incomplete, "thresholdCertainty")!["valueCode"]));
        Assert.Equal(
            ["DMPCADEC_COD", "partial", "adjust", "denominator-too-large"],
            Part(incomplete, "shortfall")!["extension"]!.AsArray().Select(e => Text(e!["valueCode"] ?? e["valueString"])));
        Assert.False(Part(Summary("DM020"), "provisional")!["valueBoolean"]!.GetValue<bool>());
        Assert.Null(Part(Summary("HYP010"), "pointsEarned"));
        Assert.Null(Part(SubjectList("DM036"), "pointsEarned"));
    }

    [Fact]
    public void Sample_outside_the_year_and_without_registration_are_said_in_every_report()
    {
        var practice = HandMadePractice.Result(null, sampleCodes: true, outsideItsYear: true);
        foreach (var report in new[] { Summary("DM020", practice), SubjectList("DM020", practice), Individual(0, practice) })
        {
            Assert.True(Part(report, "sample")!["valueBoolean"]!.GetValue<bool>());
            Assert.True(Part(report, "outsideItsYear")!["valueBoolean"]!.GetValue<bool>());
            Assert.Equal("none-recorded", Text(Part(report, "registrationBasis")!["valueCode"]));
            Assert.Equal(["sample", "HTEST"], report["meta"]!["tag"]!.AsArray().Select(t => Text(t!["code"])));
            Assert.Equal("""{"reference":"Organization/unknown","type":"Organization"}""", report["reporter"]!.ToJsonString());
        }

        Assert.Equal(3, Summary("DM020", practice)["contained"]![0]!["issue"]!.AsArray().Count);
        Assert.Null(Summary("DM020")["contained"]);
        Assert.Null(Summary("DM020")["meta"]!["tag"]);
        Assert.Equal(
            "sample", Text(Summary("DM020", Practice, new(SampleData: true))["meta"]!["tag"]![0]!["code"]));
    }

    // patient of DM020 | counts | score | outcome, row, reason, against practice, care outstanding
    [Theory]
    [InlineData(0, new[] { 1, 1, 1, 0, 0 }, null, "excluded MDSEVFRAIL - false false")]
    [InlineData(1, new[] { 1, 1, 0, 0, 1 }, 1.0, "achieved achieve - false false")]
    [InlineData(2, new[] { 1, 1, 0, 1, 0 }, null, "adjusted DMPCAPU unsuitable false true")]
    [InlineData(3, new[] { 1, 1, 0, 0, 0 }, 0.0, "outstanding owe - true true")]
    [InlineData(4, new[] { 1, 1, 0, 0, 0 }, 0.0, "outstanding - - true true")]
    public void An_individual_report_keeps_the_two_answers_apart(int patient, int[] counts, double? score, string outcome)
    {
        var report = Individual(patient);
        Assert.Equal($"Patient/p-{patient}", Text(report["subject"]!["reference"]));
        Assert.Equal(counts, Counts(report));
        Assert.Equal((decimal?)score, report["group"]![0]!["measureScore"]?["value"]?.GetValue<decimal>());
        Assert.Equal(outcome, string.Join(' ', new[] { "outcome", "row", "reason", "countsAgainstPractice", "careOutstanding" }
            .Select(p => Part(report, p)?.AsObject().Single(v => v.Key != "url").Value!.ToString() ?? "-")));
    }

    [Fact]
    public void The_lapse_is_said_only_where_there_is_one()
    {
        var indicator = HandMadePractice.Of(Practice, "DM020");
        JsonNode Report(ClinicalState clinical) => Parse(o => new MeasureReportWriter(new()).WriteIndividual(
            o, Practice, indicator, new("p-1", indicator.Outcomes[1].Outcome, clinical, []), HandMadePractice.ComputedAt));

        var lapses = Report(new(ClinicallyDue.UpToDate, new(2027, 9, 3), Leaves: true));
        Assert.Equal("2027-09-03", Text(Part(lapses, "lapsesOn")!["valueDate"]));
        Assert.True(Part(lapses, "leaves")!["valueBoolean"]!.GetValue<bool>());
        var forGood = Report(new(ClinicallyDue.UpToDate));
        Assert.Equal("up-to-date", Text(Part(forGood, "clinicallyDue")!["valueCode"]));
        Assert.Null(Part(forGood, "lapsesOn"));
        Assert.Null(Part(forGood, "leaves"));
        Assert.Null(forGood["evaluatedResource"]);
    }

    [Fact]
    public void A_resource_that_served_two_populations_stands_once_and_names_both()
    {
        var resources = Individual(2)["evaluatedResource"]!.AsArray();
        Assert.Equal(["Condition/dm-2", "Observation/o-2"], resources.Select(r => Text(r!["reference"])));
        Assert.Equal(["initial-population", "denominator-exception"], resources[0]!["extension"]!.AsArray().Select(e => Text(e!["valueString"])));
    }

    [Fact]
    public void Evidence_for_a_population_that_the_measure_has_not_is_refused()
    {
        var register = HandMadePractice.Of(Practice, "DM017");
        var individual = new IndividualResult("p-1", Outcome.OnRegister.Instance, ClinicalState.NotApplicable, [new("numerator", ["Observation/1"])]);
        Assert.Throws<ArgumentException>(() => Parse(o => new MeasureReportWriter(new()).WriteIndividual(
            o, Practice, register, individual, HandMadePractice.ComputedAt)));
    }

    [Fact]
    public void There_is_no_individual_report_of_what_was_not_evaluated() =>
        Assert.Throws<ArgumentException>(() => Parse(o => new MeasureReportWriter(new()).WriteIndividual(
            o, Practice, HandMadePractice.Of(Practice, "CHD015"), new("p-1", new Outcome.Outstanding(null), ClinicalState.NotApplicable, []), HandMadePractice.ComputedAt)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_lists_name_the_individual_reports_of_their_population(bool keyed)
    {
        var settings = new MeasureReportSettings(PatientKey: keyed ? new byte[] { 7 } : null);
        var list = SubjectList("DM020", settings);
        var ids = Enumerable.Range(0, 5).Select(p => "MeasureReport/" + Text(Individual(p, Practice, settings)["id"])).ToArray();
        Assert.Equal(ids, Entries(list, "initial-population"));
        Assert.Equal(ids, Entries(list, "denominator"));
        Assert.Equal([ids[0]], Entries(list, "denominator-exclusion"));
        Assert.Equal([ids[2]], Entries(list, "denominator-exception"));
        Assert.Equal([ids[1]], Entries(list, "numerator"));
        Assert.Equal("nilknown", EmptyReason(SubjectList("BP002"), "numerator"));
        Assert.Equal("unavailable", EmptyReason(SubjectList("CHD015"), "numerator"));
        Assert.Equal("Group/A81001-registered", Text(list["subject"]!["reference"]));
    }

    [Fact]
    public void The_realm_changes_urls_and_nothing_else()
    {
        const string uv = "http://hl7.org/fhir/uv/deqm/StructureDefinition/deqm-summarymeasurereport";
        const string us = "http://hl7.org/fhir/us/davinci-deqm/StructureDefinition/summary-measurereport-deqm";
        var universal = Summary("DM020").ToJsonString();
        var unitedStates = Summary("DM020", Practice, new(DeqmRealm.Us500)).ToJsonString();
        Assert.Contains(uv, universal, StringComparison.Ordinal);
        Assert.Equal(unitedStates, universal.Replace(uv, us, StringComparison.Ordinal).Replace(
            "http://hl7.org/fhir/uv/deqm/StructureDefinition/deqm-measureScoring",
            "http://hl7.org/fhir/us/davinci-deqm/StructureDefinition/extension-measureScoring", StringComparison.Ordinal));
    }

    private static JsonNode Parse(Action<System.Buffers.IBufferWriter<byte>> write) => JsonNode.Parse(HandMadePractice.Write(write))!;

    private static JsonNode Summary(string id, PracticeResult? practice = null, MeasureReportSettings? settings = null) => Parse(
        o => new MeasureReportWriter(settings ?? new()).WriteSummary(
            o, practice ?? Practice, HandMadePractice.Of(practice ?? Practice, id), HandMadePractice.ComputedAt));

    private static JsonNode SubjectList(string id, PracticeResult practice) => Parse(o => new MeasureReportWriter(new()).WriteSubjectList(
        o, practice, HandMadePractice.Of(practice, id), HandMadePractice.PatientId, HandMadePractice.ComputedAt));

    private static JsonNode SubjectList(string id, MeasureReportSettings? settings = null) => Parse(
        o => new MeasureReportWriter(settings ?? new()).WriteSubjectList(
            o, Practice, HandMadePractice.Of(Practice, id), HandMadePractice.PatientId, HandMadePractice.ComputedAt));

    private static JsonNode Individual(int patient, PracticeResult? practice = null, MeasureReportSettings? settings = null)
    {
        var of = HandMadePractice.Of(practice ?? Practice, "DM020");
        return Parse(o => new MeasureReportWriter(settings ?? new()).WriteIndividual(
            o, practice ?? Practice, of, HandMadePractice.Individual(of, patient), HandMadePractice.ComputedAt));
    }

    private static string? Text(JsonNode? node) => node?.GetValue<string>();

    private static int[] Counts(JsonNode report) =>
        [.. report["group"]![0]!["population"]!.AsArray().Where(p => p!["count"] is not null).Select(p => p!["count"]!.GetValue<int>())];

    private static JsonNode? Part(JsonNode report, string url) => report["extension"]!.AsArray()
        .SelectMany(e => e!["extension"]?.AsArray() ?? []).FirstOrDefault(p => Text(p!["url"]) == url);

    private static JsonNode List(JsonNode report, string population) =>
        report["contained"]!.AsArray().Single(c => Text(c!["id"]) == "list-" + population)!;

    private static IEnumerable<string?> Entries(JsonNode report, string population) =>
        List(report, population)["entry"]!.AsArray().Select(e => Text(e!["item"]!["reference"]));

    private static string? EmptyReason(JsonNode report, string population) =>
        Text(List(report, population)["emptyReason"]!["coding"]![0]!["code"]);
}
