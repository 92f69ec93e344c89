using System.Text.Json.Nodes;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Prompts;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;
using QofFhir.Fhir.Writing;
using QofFhir.Fhir.Writing.Gaps;

namespace QofFhir.Tests.Fhir.Writing;

/// <summary>Gaps in care as Bundles: every status in every realm before the validators, and what each says.</summary>
public sealed class CareGapsWriterTests
{
    private static readonly Patient Ann = new("p-1", new(1960, 2, 29), Sex.Female);
    private static readonly PracticeResult Practice = HandMadePractice.Result();

    [Theory]
    [InlineData(DeqmRealm.Universal100, true)]
    [InlineData(DeqmRealm.Universal100, false)]
    [InlineData(DeqmRealm.Us500, true)]
    [InlineData(DeqmRealm.Us500, false)]
    public void Every_status_passes_the_validators(DeqmRealm realm, bool isDocument)
    {
        var written = new List<string> { Bundle(EveryStatus() with { IsDocument = isDocument }, realm) };
        written.AddRange(Enum.GetValues<AdjustmentReason>().Select(r => Bundle(Of(Adjusted(r)) with { IsDocument = isDocument }, realm)));
        written.Add(Bundle(Of(Open()) with { IsDocument = isDocument, Practice = null, TakenAt = null, Patient = Ann with { Sex = Sex.NotKnown, BornOnUnknownDay = true } }, realm));

        var (exit, output) = Validators.Validate([.. Measures(), .. written]);

        Assert.True(exit == 0, output);
    }

    [Theory]
    [InlineData(DeqmRealm.Universal100)]
    [InlineData(DeqmRealm.Us500)]
    public void The_validators_find_what_is_broken(DeqmRealm realm)
    {
        (string Check, Action<JsonObject> Break)[] faults =
        [
            ("gaps-identifier", b => b.Remove("identifier")),
            ("gaps-timestamp", b => b.Remove("timestamp")),
            ("gic-1", b => b["type"] = "collection"),
            ("gaps-first", b => Swap(b["entry"]!.AsArray())),
            ("gaps-type", b => First(b, "Composition")["type"]!["coding"]![0]!["code"] = "11503-0"),
            ("gaps-focus", b => First(b, "Composition")["section"]!.AsArray().RemoveAt(0)),
            ("gaps-section", b => First(b, "Composition")["section"]![0]!.AsObject().Remove("entry")),
            ("gaps-patient", b => First(b, "DetectedIssue")["patient"]!["reference"] = "Patient/other"),
            ("gaps-patient", b => First(b, "MeasureReport")["subject"]!["reference"] = "Patient/other"),
            ("gaps-status", b => First(b, "DetectedIssue").Remove("modifierExtension")),
            ("gaps-code", b => First(b, "DetectedIssue").Remove("code")),
            ("gaps-evidence", b => First(b, "DetectedIssue").Remove("evidence")),
            ("gaps-fits", b => Status(First(b, "DetectedIssue"))["code"] = "closed-gap"),
            ("gaps-fits", b => Status(First(b, "DetectedIssue"))["code"] = "not-applicable"),
            ("cgr-1", b => Remark(First(b, "MeasureReport"))["extension"]!.AsArray().RemoveAt(0)),
            ("gaps-remark", b => Remark(First(b, "MeasureReport"))["extension"]!.AsArray().RemoveAt(3)),
            ("gaps-fullurl", b => b["entry"]![2]!["fullUrl"] = "http://127.0.0.1/MeasureReport/1"),
        ];
        var good = Bundle(Of(Adjusted(AdjustmentReason.PatientChoseNotTo)), realm);
        var measures = Measures().ToList();
        var (_, output) = Validators.Validate([.. measures, .. faults.Select(f => Broken(good, f.Break))]);
        var lines = output.Split('\n');
        Assert.All(faults.Index(), f => Assert.True(
            lines.Any(l => l.Contains($"in.ndjson:{measures.Count + f.Index + 1} ", StringComparison.Ordinal) && l.Contains($"[{f.Item.Check}]", StringComparison.Ordinal)),
            $"{f.Index} [{f.Item.Check}]\n{output}"));
    }

    [Fact]
    public void An_adjustment_leaves_the_gap_open_and_says_why()
    {
        var report = First(JsonNode.Parse(Bundle(Of(Adjusted(AdjustmentReason.PatientChoseNotTo))))!, "MeasureReport");
        var remark = Remark(report)["extension"]!.AsArray().ToDictionary(e => (string)e!["url"]!, e => e!.AsObject());
        Assert.Equal("A81001", (string)remark["authorOrganization"]["valueIdentifier"]!["value"]!);
        Assert.Equal("2026-10-10", (string)remark["authorDatetime"]["valueDateTime"]!);
        Assert.Contains("DMPCADEC of 2026-10-10: the patient chose not to", (string)remark["text"]["valueString"]!, StringComparison.Ordinal);
        Assert.Contains("the care is still owed", (string)remark["text"]["valueString"]!, StringComparison.Ordinal);
        Assert.Equal(
            ["patient-refused", "patient-chose-not-to", "DMPCADEC"],
            remark["code"]["valueCodeableConcept"]!["coding"]!.AsArray().Select(c => (string)c!["code"]!));
        Assert.Null(report["group"]![0]!["measureScore"]);

        foreach (var reason in Enum.GetValues<AdjustmentReason>().Where(r => r != AdjustmentReason.PatientChoseNotTo))
        {
            var bundle = JsonNode.Parse(Bundle(Of(Adjusted(reason))))!;
            Assert.Equal("open-gap", (string)Status(First(bundle, "DetectedIssue"))["code"]!);
            Assert.Equal(
                [CodeNames.Of(reason), "DMPCADEC"],
                Remark(First(bundle, "MeasureReport"))["extension"]!.AsArray().Single(e => (string)e!["url"]! == "code")!["valueCodeableConcept"]!["coding"]!
                    .AsArray().Select(c => (string)c!["code"]!));
        }
    }

    [Fact]
    public void What_was_not_evaluated_is_said_to_be_unknown_and_never_to_be_closed()
    {
        var bundle = JsonNode.Parse(Bundle(Of(NotEvaluated())))!;
        var (issue, report) = (First(bundle, "DetectedIssue"), First(bundle, "MeasureReport"));
        Assert.Equal("unknown", (string)Status(issue)["code"]!);
        Assert.Equal("cancelled", (string)issue["status"]!);
        Assert.StartsWith("Not evaluated: CHD_COD has no codes.", (string)issue["detail"]!, StringComparison.Ordinal);
        Assert.Equal("error", (string)report["status"]!);
        Assert.All(report["group"]![0]!["population"]!.AsArray(), p => Assert.Null(p!["count"]));
    }

    [Fact]
    public void The_patient_has_what_the_record_has_and_the_age_of_the_records_is_told()
    {
        var bundle = JsonNode.Parse(Bundle(Of(Open())))!;
        Assert.Equal("{\"resourceType\":\"Patient\",\"id\":\"p-1\",\"gender\":\"female\",\"birthDate\":\"1960-02-29\"}", First(bundle, "Patient").ToJsonString());
        Assert.Equal("2026-11-20T05:00:00Z", (string)First(bundle, "Composition")["event"]![0]!["period"]!["end"]!);
        Assert.All(bundle["entry"]!.AsArray(), e => Assert.StartsWith("https://gp.example/fhir/", (string)e!["fullUrl"]!, StringComparison.Ordinal));

        var unsure = JsonNode.Parse(Bundle(Of(Open()) with { TakenAt = null, Patient = Ann with { BornOnUnknownDay = true, Sex = Sex.NotKnown } }))!;
        Assert.Equal("{\"resourceType\":\"Patient\",\"id\":\"p-1\"}", First(unsure, "Patient").ToJsonString());
        Assert.Null(First(unsure, "Composition")["event"]);
        Assert.Contains("of unknown age", (string)First(unsure, "Composition")["text"]!["div"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_has_nothing_to_tell_has_no_Bundle()
    {
        var writer = new CareGapsWriter(new());
        Assert.Equal("{\"resourceType\":\"Parameters\"}", HandMadePractice.Write(o => writer.WriteParameters(o, [Of()])));
        Assert.Throws<ArgumentException>(() => Bundle(Of()));
        var parameters = JsonNode.Parse(HandMadePractice.Write(o => writer.WriteParameters(o, [Of(), Of(Open()), Of(NotEvaluated())])))!["parameter"]!.AsArray();
        Assert.Equal(["return", "return"], parameters.Select(p => (string)p!["name"]!));
        Assert.All(parameters, p => Assert.Equal("Bundle", (string)p!["resource"]!["resourceType"]!));
    }

    [Fact]
    public void Titles_and_reasons_are_text_in_the_narrative()
    {
        var div = (string)First(JsonNode.Parse(Bundle(Of(Excluded("A<b>&C"))))!, "Composition")["section"]![0]!["text"]!["div"]!;
        Assert.Contains("excluded by A&lt;b&gt;&amp;C", div, StringComparison.Ordinal);
    }

    private static string Bundle(PatientGaps gaps, DeqmRealm realm = DeqmRealm.Universal100) =>
        HandMadePractice.Write(o => new CareGapsWriter(new(realm)).WriteBundle(o, gaps));

    private static PatientGaps Of(params PatientGap[] gaps) => new(
        Practice.Framework, "A81001", new Uri("https://gp.example/fhir/"), Practice.Dates, RegistrationBasis.Recorded, Ann,
        new DateTimeOffset(2026, 11, 20, 5, 0, 0, TimeSpan.Zero), HandMadePractice.ComputedAt, gaps);

    private static PatientGaps EveryStatus() => Of(
        Open(),
        Gap("DM036", PromptState.Achieved, new Outcome.Achieved(Row(RowEnd.Achieve, null)), new(ClinicallyDue.UpToDate, new(2027, 9, 3))),
        Gap("HYP010", PromptState.DueLater, new Outcome.Outstanding(null), new(ClinicallyDue.UpToDate, new(2027, 1, 3))),
        Gap("BP002", PromptState.NotInPopulation, null),
        NotEvaluated());

    private static PatientGap Open() => Gap("DM020", PromptState.Outstanding, new Outcome.Outstanding(null), new(ClinicallyDue.Due));

    private static PatientGap Excluded(string label) => Gap("DM020", PromptState.Excluded, new Outcome.Excluded(Row(RowEnd.Exclude, label)));

    private static PatientGap Adjusted(AdjustmentReason reason) =>
        Gap("DM020", PromptState.OutstandingAdjusted, new Outcome.Adjusted(Row(RowEnd.Adjust, "DMPCADEC", reason)), new(ClinicallyDue.Due), new(reason, "DMPCADEC", new(2026, 10, 10)));

    private static PatientGap NotEvaluated() => Gap("CHD015", PromptState.NotEvaluated, null);

    private static PatientGap Gap(string id, PromptState state, Outcome? outcome, ClinicalState? clinical = null, RecordedAdjustment? adjustment = null) => new(
        new Prompt(HandMadePractice.Of(Practice, id).Indicator, state, outcome, clinical ?? ClinicalState.NotApplicable) { Adjustment = adjustment },
        outcome is null ? [] : [new("initial-population", ["Condition/dm-1"])]);

    private static Row Row(RowEnd end, string? label, AdjustmentReason? reason = null) => new(end, label, reason, [], "1", new("Made up", Certainty.Found));

    private static IEnumerable<string> Measures() => Practice.Indicators.Where(i => MeasureWriter.Measures(i.Indicator))
        .Select(i => HandMadePractice.Write(o => MeasureWriter.Write(o, Practice.Framework, i.Indicator)));

    private static JsonObject First(JsonNode bundle, string type) =>
        bundle["entry"]!.AsArray().Select(e => e!["resource"]!.AsObject()).First(r => (string)r["resourceType"]! == type);

    private static JsonObject Status(JsonObject issue) => issue["modifierExtension"]![0]!["valueCodeableConcept"]!["coding"]![0]!.AsObject();

    private static JsonObject Remark(JsonObject report) => report["group"]![0]!["extension"]!.AsArray()
        .Single(e => ((string)e!["url"]!).EndsWith("areGapRemark", StringComparison.Ordinal))!.AsObject();

    private static void Swap(JsonArray entries)
    {
        var first = entries[0];
        entries.RemoveAt(0);
        entries.Add(first);
    }

    private static string Broken(string json, Action<JsonObject> breakIt)
    {
        var node = JsonNode.Parse(json)!.AsObject();
        breakIt(node);
        return node.ToJsonString();
    }
}
