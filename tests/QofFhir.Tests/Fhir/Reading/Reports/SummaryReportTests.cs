using System.Text;
using System.Text.Json.Nodes;
using QofFhir.Core.Achievement;
using QofFhir.Core.Aggregation;
using QofFhir.Core.Rules;
using QofFhir.Fhir.Reading.Reports;
using QofFhir.Fhir.Writing;
using QofFhir.Tests.Fhir.Writing;

namespace QofFhir.Tests.Fhir.Reading.Reports;

/// <summary>Reading summary reports: what our writer writes comes back, and what is wrong is told, all of it, without a word of what was sent.</summary>
public sealed class SummaryReportTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(DeqmRealm.Universal100)]
    [InlineData(DeqmRealm.Us500)]
    public void What_our_writer_writes_is_read_as_it_was_counted(DeqmRealm realm)
    {
        var practice = HandMadePractice.Result();
        foreach (var result in practice.Indicators.Where(i => MeasureReportWriter.Reports(i.Indicator)))
        {
            var json = Written(practice, result.Indicator.Id, realm);
            var read = Read(json);
            Assert.Empty(read.Faults);
            var report = read.Report!;
            Assert.Equal(("A81001", practice.Framework.Id, result.Indicator.Id), (report.Practice, report.Measure.Framework, report.Measure.Indicator));
            Assert.Equal((practice.Dates.AchievementDate, HandMadePractice.ComputedAt), (report.AchievementDate, report.Computed));
            Assert.Equal(ReportIdentity.Summary(practice, result.Indicator), report.Identity);
            Assert.Equal(read.Identified, report.Identity.Value);
            Assert.Equal(result.Counts is null, report.Counts is null);
            if (result.Counts is { } counts)
            {
                var expected = ReportedCounts.Of(counts);
                Assert.Equal((expected.Population, expected.Exclusions, expected.Adjusted, expected.Numerator), (report.Counts!.Population, report.Counts.Exclusions, report.Counts.Adjusted, report.Counts.Numerator));
                Assert.Equal(expected.Reasons.OrderBy(r => r.Key), report.Counts.Reasons.OrderBy(r => r.Key));
            }
        }
    }

    [Fact]
    public void Groups_months_list_size_and_points_are_read()
    {
        var stratified = HandMadePractice.Stratified() with { Practice = "A81001" };
        var read = Read(Written(stratified, "DM020"), stratified.Framework);
        Assert.Empty(read.Faults);
        Assert.Equal(15, read.Report!.Groups.Count(g => g.Stratum != "outcome-label"));
        Assert.Equal(read.Report.Counts!.Exclusions + read.Report.Counts.Adjusted, read.Report.Groups.Where(g => g.Stratum == "outcome-label").Sum(g => g.Counts.Population));
        Assert.Equal(5, read.Report.Groups.Where(g => g.Stratum == "wide").Sum(g => g.Counts.Population));

        read = Read(Changed(r =>
        {
            Group(r).Remove("stratifier");
            Parts(r).Add(Adjusted("unsuitable", "2026-10", 1));
        }));
        Assert.Empty(read.Faults);
        var report = read.Report!;
        Assert.Equal([new AdjustedInMonth(AdjustmentReason.Unsuitable, new(2026, 10, 1), 1)], report.Months);
        Assert.Equal(1, report.Counts!.Reasons[AdjustmentReason.Unsuitable]);
        Assert.Equal((9000, 0m), (report.ListSize, report.Points));
    }

    [Fact]
    public void A_client_may_send_the_populations_alone_with_extensions_of_its_own()
    {
        var read = Read(Changed(r =>
        {
            Group(r).Remove("stratifier");
            Group(r).Remove("measureScore");
            r.Remove("identifier");
            r.Remove("contained");
            r["extension"]!.AsArray().Add(new JsonObject { ["url"] = "https://example.org/own", ["valueString"] = "mine" });
            foreach (var part in Parts(r).Where(p => (string)p!["url"]! is not ("framework" or "achievementDate")).ToList())
            {
                Parts(r).Remove(part);
            }
        }));
        Assert.Empty(read.Faults);
        Assert.Empty(read.Report!.Counts!.Reasons);
    }

    [Fact]
    public void Another_version_of_the_measure_is_read_with_reasons_from_its_texts()
    {
        var read = Read(Changed(r =>
        {
            r["measure"] = ((string)r["measure"]!).Replace("51.2", "52.0", StringComparison.Ordinal);
            Parts(r).Remove(Part(r, "rules"));
            foreach (var stratum in Group(r)["stratifier"]![0]!["stratum"]!.AsArray())
            {
                stratum!["value"]!["coding"]![0]!["code"] = "NEW" + stratum["value"]!["coding"]![0]!["code"];
            }
        }));
        Assert.Empty(read.Faults);
        Assert.True(read.Report!.OfAnotherVersion);
        Assert.Equal(1, read.Report.Counts!.Reasons[AdjustmentReason.Unsuitable]);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_fault_is_told_with_its_place_and_without_what_was_sent(string name)
    {
        var (_, code, expression, change) = Faults.Single(f => f.Name == name);
        var read = Read(Changed(change));
        Assert.Null(read.Report);
        Assert.True(read.Faults.Any(f => f.Code == code && (expression is null || f.Expression == expression)), $"{name}: no {code} at {expression} among\n" + string.Join('\n', read.Faults));
        Assert.DoesNotContain("SECRET", string.Join(' ', read.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        string[] together = ["no date", "unversioned measure", "no profile", "not a count", "population twice", "score in per cent", "points below nothing"];
        var faults = Faults.Where(f => together.Contains(f.Name)).ToArray();
        Assert.Equal(together.Length, faults.Length);
        var read = Read(Changed(r => Array.ForEach(faults, f => f.Change(r))));
        Assert.All(faults.Where(f => f.Name != "score in per cent"), f => Assert.Contains(read.Faults, found => found.Code == f.Code && found.Expression == f.Expression));
    }

    [Theory]
    [MemberData(nameof(AboutPatients))]
    public void What_is_about_patients_is_refused_first_and_alone(string name)
    {
        var read = Read(Changed(r =>
        {
            r.Remove("date");
            Patients[name](r);
        }));
        var fault = Assert.Single(read.Faults);
        Assert.Equal("business-rule", fault.Code);
        Assert.Contains("Only summary reports are collected", fault.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_our_validators_refuse_is_refused_here_but_for_what_the_profile_leaves_open()
    {
        string[] open =
        [
            "id with a bar", "no score", "no identifier", "no stratifier", "id and linkId differ", "extension word that is not defined", "extension with value and parts",
        ];
        var good = Written(HandMadePractice.Result(), "DM020");
        var taken = BrokenReports.All.Where(b => b.Of == "summary" && Read(b.Break(good)).Report is not null).Select(b => b.Name);
        Assert.Equal(open.Order(StringComparer.Ordinal), taken.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_digest_is_of_what_is_said_however_it_is_written()
    {
        var report = JsonNode.Parse(Written(HandMadePractice.Result(), "DM020"))!.AsObject();
        var digest = Read(report.ToJsonString()).Report!.Digest;
        Assert.Equal(digest, Read(report.ToJsonString(new() { WriteIndented = true })).Report!.Digest);
        Assert.Equal(digest, Read(report.ToJsonString().Replace("summary", "summar\\u0079", StringComparison.Ordinal)).Report!.Digest);
        report["date"] = "2026-11-20T00:00:00Z";
        report["id"] = "other";
        report["meta"]!["versionId"] = "9";
        Assert.Equal(digest, Read(report.ToJsonString()).Report!.Digest);
        Group(report)["population"]![4]!["count"] = 0;
        Group(report).Remove("measureScore");
        Assert.NotEqual(digest, Read(report.ToJsonString()).Report!.Digest);
    }

    [Fact]
    public void Hostile_text_is_no_JSON_of_FHIR()
    {
        var good = Written(HandMadePractice.Result(), "DM020");
        string[] hostile =
        [
            "", " ", "nul", "[]", "1", good[..^1], good + "{}", good[..^1] + ",\"status\":\"complete\"}", new string('[', 100_000),
            "{\"a\":" + new string('[', 10_000) + new string(']', 10_000) + "}", "{\"resourceType\":\"MeasureReport\",\"language\":\"\\ud800\"}", "{\"resourceType\":\"MeasureReport\",\"\\udc00\":1}",
        ];
        Assert.All(hostile, text => Assert.False(Read(text).Readable));
        Assert.False(Reader().Read((byte[])[.. "{\"resourceType\":\""u8, 0xFF, .. "\"}"u8], Now).Readable);
        Assert.NotNull(Reader().Read((byte[])[0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(good)], Now).Report);
        Assert.Contains(Read(Changed(r => Population(r, 0)["count"] = JsonNode.Parse("1" + new string('0', 100_000)))).Faults, f => f.Code == "value");
        Assert.Contains(Read(Changed(r => Group(r)["measureScore"]!["value"] = JsonNode.Parse("1e999999999"))).Faults, f => f.Code == "value");
        Assert.InRange(Read(Changed(r => Group(r)["population"] = new JsonArray([.. Enumerable.Range(0, 10_000).Select(_ => new JsonObject())]))).Faults.Count, 50, 101);
    }

    public static TheoryData<string> Broken => [.. Faults.Select(f => f.Name)];

    public static TheoryData<string> AboutPatients => [.. Patients.Keys];

    private const string G = "MeasureReport.group[0]";

    private static readonly (string Name, string Code, string? Expression, Action<JsonObject> Change)[] Faults =
    [
        ("no date", "required", "MeasureReport.date", r => r.Remove("date")),
        ("date to the month", "value", "MeasureReport.date", r => r["date"] = "2026-11"),
        ("date without offset", "value", "MeasureReport.date", r => r["date"] = "2026-11-20T10:00:00"),
        ("date that is none", "value", "MeasureReport.date", r => r["date"] = "SECRET"),
        ("date two days ahead", "value", "MeasureReport.date", r => r["date"] = "2026-11-24T00:00:00Z"),
        ("unversioned measure", "invariant", "MeasureReport.measure", r => r["measure"] = ((string)r["measure"]!).Split('|')[0]),
        ("unknown measure", "not-found", "MeasureReport.measure", r => r["measure"] = "https://example.org/SECRET|1"),
        ("no profile", "required", "MeasureReport.meta.profile", r => r["meta"]!["profile"] = new JsonArray("https://example.org/SECRET")),
        ("status pending", "value", "MeasureReport.status", r => r["status"] = "pending"),
        ("period of another year", "business-rule", "MeasureReport.period", r => r["period"]!["start"] = "2025-04-01"),
        ("period to the month", "value", "MeasureReport.period.end", r => r["period"]!["end"] = "2027-03"),
        ("unknown reporter", "value", "MeasureReport.reporter", r => r["reporter"] = new JsonObject { ["reference"] = "Organization/unknown" }),
        ("reporter that is a person", "value", "MeasureReport.reporter.reference", r => r["reporter"]!["reference"] = "Practitioner/SECRET"),
        ("identifier of another report", "invariant", "MeasureReport.identifier[0].value", r => r["identifier"]![0]!["value"] = "SECRET"),
        ("identifier of another practice", "invariant", "MeasureReport.identifier[0].value", r => r["reporter"]!["identifier"]!["value"] = "B82002"),
        ("no scoring", "invariant", G, r => r["extension"]!.AsArray().RemoveAt(0)),
        ("scoring of a register", "code-invalid", "MeasureReport.extension[0].valueCodeableConcept", r => r["extension"]![0]!["valueCodeableConcept"]!["coding"]![0]!["code"] = "cohort"),
        ("no improvement notation", "invariant", "MeasureReport.improvementNotation", r => r.Remove("improvementNotation")),
        ("element that FHIR does not have", "structure", "MeasureReport", r => r["SECRET"] = 1),
        ("two groups", "business-rule", "MeasureReport.group[1]", r => r["group"]!.AsArray().Add(Group(r).DeepClone())),
        ("no group", "structure", "MeasureReport.group", r => r["group"] = new JsonArray()),
        ("group of another indicator", "code-invalid", G + ".code", r => Group(r)["code"]!["coding"]![0]!["code"] = "DM036"),
        ("no linkId", "required", G + ".extension", r => Group(r).Remove("extension")),
        ("linkId of another population", "invariant", G + ".population[1].extension[0]", r => Population(r, 1)["extension"]![0]!["valueString"] = "SECRET"),
        ("population missing", "required", G + ".population", r => Group(r)["population"]!.AsArray().RemoveAt(3)),
        ("population twice", "duplicate", G + ".population[5]", r => Group(r)["population"]!.AsArray().Add(Population(r, 0).DeepClone())),
        ("population of another system", "code-invalid", G + ".population[1].code", r => Population(r, 1)["code"]!["coding"]![0]!["system"] = "SECRET"),
        ("not a count", "value", G + ".population[0].count", r => Population(r, 0)["count"] = 1.5),
        ("count below nothing", "value", G + ".population[2].count", r => Population(r, 2)["count"] = -1),
        ("no count", "invariant", G + ".population[0]", r => Population(r, 0).Remove("count")),
        ("more than the denominator", "invariant", G + ".population", r => Population(r, 4)["count"] = 5),
        ("net denominator", "invariant", G + ".population", r => Population(r, 1)["count"] = 3),
        ("error with counts", "invariant", G + ".population[0].count", r => r["status"] = "error"),
        ("score in per cent", "value", G + ".measureScore.value", r => Group(r)["measureScore"]!["value"] = 33.3),
        ("score of gross counts", "invariant", G + ".measureScore.value", r => Group(r)["measureScore"]!["value"] = 0.2),
        ("stratum with value and component", "invariant", G + ".stratifier[0].stratum[0]", r => Stratum(r, 0)["component"] = new JsonArray(new JsonObject())),
        ("label that the measure does not have", "code-invalid", G + ".stratifier[0].stratum[0].value", r => Stratum(r, 0)["value"]!["coding"]![0]!["code"] = "SECRET"),
        ("labels that do not add up", "invariant", G + ".stratifier[0]", r => Group(r)["stratifier"]![0]!["stratum"]!.AsArray().RemoveAt(0)),
        ("stratum twice", "duplicate", G + ".stratifier[0].stratum[3].value", r => Group(r)["stratifier"]![0]!["stratum"]!.AsArray().Add(Stratum(r, 0).DeepClone())),
        ("stratifier that the measure does not have", "code-invalid", G + ".stratifier[0]", r =>
        {
            Group(r)["stratifier"]![0]!["extension"]![0]!["valueString"] = "SECRET";
            Group(r)["stratifier"]![0]!["code"]![0]!["coding"]![0]!["code"] = "SECRET";
        }),
        ("no result", "required", "MeasureReport.extension", r => r["extension"]!.AsArray().Remove(Result(r))),
        ("framework of another measure", "invariant", "MeasureReport.extension[1]", r => Part(r, "framework")["valueString"] = "SECRET"),
        ("rules of another version", "invariant", "MeasureReport.extension[1]", r => Part(r, "rules")["valueString"] = "SECRET"),
        ("no achievement date", "required", "MeasureReport.extension[1].extension", r => Parts(r).Remove(Part(r, "achievementDate"))),
        ("achieved outside the period", "invariant", "MeasureReport.extension[1]", r => Part(r, "achievementDate")["valueDate"] = "2026-03-31"),
        ("achieved in the future", "value", "MeasureReport.extension[1]", r => Part(r, "achievementDate")["valueDate"] = "2026-11-24"),
        ("points below nothing", "value", "MeasureReport.extension[1]", r => Part(r, "pointsEarned")["valueDecimal"] = -1),
        ("adjusted for no known reason", "code-invalid", null, r => Parts(r).Add(Adjusted("SECRET", "2026-10", 1))),
        ("adjusted more than the exceptions", "invariant", "MeasureReport.extension[1]", r => Parts(r).Add(Adjusted("unsuitable", "2026-10", 2))),
        ("adjusted after the achievement date", "value", null, r => Parts(r).Add(Adjusted("unsuitable", "2026-12", 1))),
    ];

    private static readonly Dictionary<string, Action<JsonObject>> Patients = new()
    {
        ["individual report"] = r => r["type"] = "individual",
        ["data collection"] = r => r["type"] = "data-collection",
        ["patient as subject"] = r => r["subject"] = new JsonObject { ["reference"] = "Patient/1" },
        ["somebody of the same Bundle as subject"] = r => r["subject"] = new JsonObject { ["reference"] = "urn:uuid:00000000-0000-0000-0000-000000000000" },
        ["group as subject"] = r => r["subject"] = new JsonObject { ["reference"] = "Group/1" },
        ["subject without reference"] = r => r["subject"] = new JsonObject { ["display"] = "somebody" },
        ["evaluated resources"] = r => r["evaluatedResource"] = new JsonArray(),
        ["lists of subjects"] = r => Population(r, 0)["subjectResults"] = new JsonObject { ["reference"] = "List/1" },
        ["contained patient"] = r => r["contained"] = new JsonArray(new JsonObject { ["resourceType"] = "Patient" }),
        ["patient's outcome"] = r => r["extension"]!.AsArray().Add(new JsonObject { ["url"] = "https://qoffhir.example.org/fhir/StructureDefinition/qof-patient-outcome" }),
        ["patient in an extension"] = r => r["extension"]!.AsArray().Add(new JsonObject { ["url"] = "https://example.org", ["valueReference"] = new JsonObject { ["reference"] = "https://gp.example/fhir/Patient/1" } }),
        ["NHS number in an extension"] = r => r["extension"]!.AsArray().Add(new JsonObject { ["url"] = "https://example.org", ["valueIdentifier"] = new JsonObject { ["system"] = "https://fhir.nhs.uk/Id/nhs-number" } }),
    };

    private static SummaryReportReader Reader(Framework? framework = null)
    {
        var known = KnownMeasure.Of(framework ?? HandMadePractice.Result().Framework).ToDictionary(m => m.Url, StringComparer.Ordinal);
        return new SummaryReportReader(known.GetValueOrDefault);
    }

    private static ReportReading Read(string json, Framework? framework = null) => Reader(framework).Read(Encoding.UTF8.GetBytes(json), Now);

    private static string Written(PracticeResult practice, string indicator, DeqmRealm realm = DeqmRealm.Universal100) => HandMadePractice.Write(
        o => new MeasureReportWriter(new(realm)).WriteSummary(o, practice, HandMadePractice.Of(practice, indicator), HandMadePractice.ComputedAt));

    private static string Changed(Action<JsonObject> change)
    {
        var report = JsonNode.Parse(Written(HandMadePractice.Result(), "DM020"))!.AsObject();
        change(report);
        return report.ToJsonString();
    }

    private static JsonObject Group(JsonObject report) => report["group"]![0]!.AsObject();

    private static JsonObject Population(JsonObject report, int index) => Group(report)["population"]![index]!.AsObject();

    private static JsonObject Stratum(JsonObject report, int index) => Group(report)["stratifier"]![0]!["stratum"]![index]!.AsObject();

    private static JsonObject Result(JsonObject report) => report["extension"]!.AsArray().Single(e => ((string)e!["url"]!).EndsWith("qof-result", StringComparison.Ordinal))!.AsObject();

    private static JsonArray Parts(JsonObject report) => Result(report)["extension"]!.AsArray();

    private static JsonObject Part(JsonObject report, string url) => Parts(report).Single(p => (string)p!["url"]! == url)!.AsObject();

    private static JsonObject Adjusted(string reason, string month, int count) => new()
    {
        ["url"] = "adjusted",
        ["extension"] = new JsonArray(
            new JsonObject { ["url"] = "reason", ["valueCode"] = reason },
            new JsonObject { ["url"] = "month", ["valueDate"] = month },
            new JsonObject { ["url"] = "count", ["valueInteger"] = count }),
    };
}
