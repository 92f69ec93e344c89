using System.Net;
using System.Text.Json.Nodes;
using QofFhir.Core.Rules;
using QofFhir.Fhir.Writing;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Tests.CareGaps;

/// <summary><c>$care-gaps</c> over the sample practice: what is open agrees with the reports, and each status and reason is there.</summary>
public sealed class CareGapsTests(SampleRun sample) : IClassFixture<SampleRun>
{
    private const string EveryStatus = "&status=open-gap&status=prospective-gap&status=closed-gap&status=not-applicable";

    private TestService Service => sample.Service;

    [Fact]
    public async Task Open_and_prospective_gaps_are_those_that_the_reports_count_as_outstanding_or_adjusted()
    {
        var bundles = await Service.Bundles(await Service.Manifest($"{GapsReading.Year}&status=open-gap&status=prospective-gap&subject=Group/A99999-registered"));
        var gaps = bundles.SelectMany(b => b.Gaps().Where(g => g.Status != "unknown").Select(g => (g.Indicator, Patient: b.Patient())))
            .ToLookup(g => g.Indicator, g => g.Patient, StringComparer.Ordinal);

        var summaries = await Reports("summary");
        var evaluated = 0;
        foreach (var report in summaries.Where(r => (string)r["status"]! == "complete" && r["group"]![0]!["population"]!.AsArray().Count > 1))
        {
            var count = report["group"]![0]!["population"]!.AsArray().ToDictionary(p => (string)p!["id"]!, p => (int)p!["count"]!);
            Assert.Equal(count["denominator"] - count["denominator-exclusion"] - count["numerator"], gaps[Indicator(report)].Count());
            evaluated++;
        }

        Assert.True(evaluated > 20, $"{evaluated}");

        // Not the numbers alone: the patients.
        var owed = (await Reports("individual"))
            .Where(r => (bool?)Part(r, "careOutstanding")?["valueBoolean"] == true)
            .Select(r => (Indicator(r), ((string)r["subject"]!["reference"]!)["Patient/".Length..])).ToHashSet();
        Assert.Equal(owed.Count, gaps.Sum(g => g.Count()));
        Assert.True(owed.SetEquals(gaps.SelectMany(g => g.Select(p => (g.Key, p)))));
    }

    [Fact]
    public async Task Every_patient_of_the_list_stands_once_for_every_measure_that_could_be_evaluated()
    {
        var bundles = await Service.Bundles(await Service.Manifest(GapsReading.Year + EveryStatus));
        Assert.Equal((int)sample.Run["result"]!["listSize"]!, bundles.Length);
        Assert.Equal(bundles.Length, bundles.Select(b => b.Patient()).Distinct().Count());
        var framework = Service.Service<RuleBook>().Loaded!.Framework;
        var asking = framework.Indicators.Count(i => i.Kind == Core.Achievement.IndicatorKind.Fraction);
        Assert.All(bundles, b => Assert.Equal(asking, b.Gaps().Count()));
        Assert.Equal(
            ["closed-gap", "not-applicable", "open-gap", "prospective-gap"],
            bundles.SelectMany(b => b.Gaps()).Select(g => g.Status).Where(s => s != "unknown").Distinct().Order(StringComparer.Ordinal));
        Assert.All(bundles, b => AboutOne(b, b.Patient()));
    }

    [Fact]
    public async Task An_adjusted_patient_has_an_open_gap_with_a_remark_by_reason()
    {
        var bundles = await Service.Bundles(await Service.Manifest(GapsReading.Year + "&status=open-gap"));
        var adjusted = (await Reports("individual")).Where(r => (string?)Part(r, "outcome")?["valueCode"] == "adjusted")
            .ToDictionary(r => (string)r["id"]!, r => (string)Part(r, "reason")!["valueCode"]!);
        var seen = new HashSet<string>();
        foreach (var report in bundles.SelectMany(b => b.Of("MeasureReport")).Where(r => (string)r["status"]! == "complete"))
        {
            var remark = report["group"]![0]!["extension"]!.AsArray().SingleOrDefault(e => ((string)e!["url"]!).EndsWith("deqm-careGapRemark", StringComparison.Ordinal));
            Assert.Equal(adjusted.ContainsKey((string)report["id"]!), remark is not null);
            if (remark is null)
            {
                continue;
            }

            var reason = adjusted[(string)report["id"]!];
            var codes = remark["extension"]!.AsArray().Single(e => (string)e!["url"]! == "code")!["valueCodeableConcept"]!["coding"]!.AsArray().Select(c => (string)c!["code"]!).ToList();
            Assert.Contains(reason, codes);
            Assert.Equal(reason == CodeNames.Of(AdjustmentReason.PatientChoseNotTo), codes.Contains("patient-refused"));
            seen.Add(reason);
        }

        Assert.Equal(adjusted.Values.ToHashSet(), seen);
        Assert.True(seen.Count >= 4, string.Join(' ', seen));
    }

    [Fact]
    public async Task One_patients_answer_never_holds_anothers_data()
    {
        var ids = (await Service.Bundles(await Service.Manifest(GapsReading.Year + EveryStatus))).Select(b => b.Patient()).Take(60).ToList();
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = 12 }, async (id, _) =>
        {
            var answer = await Service.Json($"{GapsReading.Year}{EveryStatus}&subject=Patient/{id}", Service.Key);
            var bundle = answer["parameter"]!.AsArray().Single()!;
            Assert.Equal("return", (string)bundle["name"]!);
            AboutOne(bundle["resource"]!, id);
            var text = answer.ToJsonString();
            Assert.DoesNotContain(ids, other => other != id && text.Contains($"\"Patient/{other}\"", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task A_patient_may_be_asked_about_by_address_by_parameters_and_as_a_collection()
    {
        var (id, measure) = ("case-dm020-dmmax", GapsReading.Measures + "dm020");
        var server = Service.Service<PracticeList>().All[0].System.Address.AbsoluteUri.TrimEnd('/');
        var plain = await Service.Json($"{GapsReading.Year}&status=open-gap&subject=Patient/{id}&measureUrl={measure}", Service.Key);
        Assert.Equal([("DM020", "open-gap")], plain["parameter"]![0]!["resource"]!.Gaps());
        foreach (var asked in new[]
        {
            $"&subject={server}/Patient/{id}&measureUrl={measure}|51.2", $"&subject=Patient/{id}&provider=Organization/a99999&measureId=qof-england-2026-27-dm020",
            $"&subject=Patient/{id}&organization=Organization/A99999&measureIdentifier=DM020", $"&subject=Patient/{id}&measure={measure}&isDocument=true",
        })
        {
            Assert.Equal(plain.ToJsonString(), (await Service.Json(GapsReading.Year + "&status=open-gap" + asked, Service.Key)).ToJsonString());
        }

        using var posted = await Service.Send(HttpMethod.Post, "/fhir/Measure/$care-gaps", Service.Key, new JsonObject
        {
            ["resourceType"] = "Parameters",
            ["parameter"] = new JsonArray(
                new JsonObject { ["name"] = "periodStart", ["valueDate"] = "2026-04" }, new JsonObject { ["name"] = "periodEnd", ["valueDate"] = "2027-03" },
                new JsonObject { ["name"] = "subject", ["valueString"] = "Patient/" + id }, new JsonObject { ["name"] = "status", ["valueCode"] = "open-gap" },
                new JsonObject { ["name"] = "measureUrl", ["valueCanonical"] = measure }, new JsonObject { ["name"] = "isDocument", ["valueBoolean"] = false }),
        });
        var collection = JsonNode.Parse(await posted.Content.ReadAsStringAsync())!["parameter"]![0]!["resource"]!;
        Assert.Equal("collection", (string)collection["type"]!);
        Assert.Empty(collection.Of("Composition"));
        Assert.Equal([("DM020", "open-gap")], collection.Gaps());
        Assert.Equal("no-store", posted.Headers.CacheControl!.ToString());

        var none = await Service.Json($"{GapsReading.Year}&status=closed-gap&subject=Patient/{id}&measureUrl={measure}", Service.Key);
        Assert.Null(none["parameter"]);
        var topic = await Service.Json($"{GapsReading.Year}{EveryStatus}&subject=Patient/{id}&topic=diabetes%20mellitus", Service.Key);
        Assert.All(topic["parameter"]![0]!["resource"]!.Gaps(), g => Assert.StartsWith("DM", g.Indicator, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("&status=open-gap&subject=Patient/nobody", 404, "not-found")]
    [InlineData("&status=open-gap&subject=Patient/case-dm020-dmmax&colour=blue", 400, "colour is no parameter")]
    [InlineData("&subject=Patient/case-dm020-dmmax", 400, "status: at least one of open-gap")]
    [InlineData("&status=open&subject=Patient/case-dm020-dmmax", 400, "status: one of open-gap")]
    [InlineData("&status=open-gap&subject=Practitioner/1", 400, "subject: Patient/ID")]
    [InlineData("&status=open-gap&subject=Patient/a&subject=Patient/b", 400, "subject: one was expected")]
    [InlineData("&status=open-gap&subject=Group/other", 404, "no Group")]
    [InlineData("&status=open-gap&provider=Organization/B12345", 404, "no practice")]
    [InlineData("&status=open-gap&subject=http://other.example/fhir/Patient/1", 404, "no practice")]
    [InlineData("&status=open-gap&provider=Organization/A99999&organization=Organization/B1", 400, "one practice")]
    [InlineData("&status=open-gap&practitioner=Practitioner/1", 422, "practitioner is not supported")]
    [InlineData("&status=open-gap&measureId=qof-england-2026-27-dm-reg", 422, "DM_REG is a register")]
    [InlineData("&status=open-gap&measureUrl=http://example.org/Measure/x", 404, "no such Measure")]
    [InlineData("&status=open-gap&topic=gardening", 404, "no such topic")]
    [InlineData("&status=open-gap&isDocument=perhaps", 400, "isDocument")]
    public async Task What_cannot_be_answered_is_told_with_what_is_possible(string query, int status, string text)
    {
        using var answer = await Service.Ask(GapsReading.Year + query);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == status, body);
        Assert.Contains(text, body, StringComparison.Ordinal);
        Assert.Equal("OperationOutcome", (string)JsonNode.Parse(body)!["resourceType"]!);
    }

    [Fact]
    public async Task All_mistakes_are_told_at_once_and_the_period_that_is_possible()
    {
        using var answer = await Service.Ask("/fhir/Measure/$care-gaps?periodStart=2026-01-01&status=shut&colour=blue");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var issues = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["issue"]!.AsArray().Select(i => (string)i!["details"]!["text"]!).ToList();
        Assert.Equal(4, issues.Count);
        Assert.All(issues.Where(i => i.StartsWith("period", StringComparison.Ordinal)), i => Assert.Contains("2026-04-01 to 2027-03-31", i, StringComparison.Ordinal));

        using var body = await Service.Send(HttpMethod.Post, "/fhir/Measure/$care-gaps", Service.Key, new { resourceType = "Bundle" });
        Assert.Equal(HttpStatusCode.BadRequest, body.StatusCode);
    }

    [Fact]
    public async Task The_key_is_needed()
    {
        var address = GapsReading.Year + "&status=open-gap&subject=Patient/case-dm020-dmmax";
        Assert.Equal(HttpStatusCode.Unauthorized, (await Service.Get(address)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Service.Ask(address, "qof_other")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Service.Send(HttpMethod.Post, "/fhir/Measure/$care-gaps", null, new { })).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Service.Get("/fhir/care-gaps/1")).StatusCode);
    }

    [Fact]
    public async Task The_capability_statement_names_the_operation()
    {
        var resources = (await Service.Json("/fhir/metadata"))["rest"]![0]!["resource"]!.AsArray();
        var operations = resources.Single(r => (string)r!["type"]! == "Measure")!["operation"]!.AsArray().ToDictionary(o => (string)o!["name"]!, o => (string)o!["definition"]!);
        Assert.Equal("http://hl7.org/fhir/uv/deqm/OperationDefinition/care-gaps", operations["care-gaps"]);
        Assert.Contains("data-requirements", operations.Keys);
    }

    private static void AboutOne(JsonNode bundle, string id)
    {
        Assert.Equal(id, bundle.Patient());
        Assert.All(bundle.Of("MeasureReport"), r => Assert.Equal("Patient/" + id, (string)r["subject"]!["reference"]!));
        Assert.All(bundle.Of("DetectedIssue"), i => Assert.Equal("Patient/" + id, (string)i["patient"]!["reference"]!));
        Assert.All(bundle.Of("Composition"), c => Assert.Equal("Patient/" + id, (string)c["subject"]!["reference"]!));
    }

    private async Task<List<JsonNode>> Reports(string type)
    {
        var reports = new List<JsonNode>();
        for (var address = $"/fhir/MeasureReport?type={type}&_count=500"; address is not null;)
        {
            var page = await Service.Json(address, Service.Key);
            reports.AddRange(page["entry"]!.AsArray().Select(e => e!["resource"]!));
            address = (string?)page["link"]!.AsArray().SingleOrDefault(l => (string)l!["relation"]! == "next")?["url"];
        }

        return reports;
    }

    private static string Indicator(JsonNode report) => (string)report["group"]![0]!["code"]!["coding"]![0]!["code"]!;

    private static JsonNode? Part(JsonNode report, string name) => report["extension"]!.AsArray()
        .SingleOrDefault(e => ((string)e!["url"]!).EndsWith("qof-patient-outcome", StringComparison.Ordinal))?["extension"]!.AsArray()
        .SingleOrDefault(p => (string)p!["url"]! == name);
}
