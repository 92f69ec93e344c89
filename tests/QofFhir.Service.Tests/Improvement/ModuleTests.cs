using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using QofFhir.SampleGp.Server;

namespace QofFhir.Service.Tests.Improvement;

/// <summary>A practice goes through a module: counted, planned, treated, counted again, met, declared, paid.</summary>
public sealed class ModuleTests
{
    private const string Measure = "NSAID65";
    private const string Before = "2026-11-29";
    private const string Today = "2026-11-30";

    [Fact]
    public async Task A_practice_goes_through_a_module_and_its_points_come_to_the_reports()
    {
        await using var gp = await TestService.SampleGp();
        await using var service = await TestService.For(gp.BaseUrl, null, PlanService.Framework);
        var earned = Points(await service.Run());

        // Counted, and treated.
        var told = await service.Count("baselines", Before);
        var baseline = told.Measure(Measure)["baseline"]!;
        var risks = await AtRisk(service, Before);
        Assert.NotEmpty(risks);
        Assert.Equal(risks.Count, (int)baseline["denominator"]! - (int)baseline["numerator"]!);
        Assert.All(risks, r => Assert.Contains("NSAID", r["because"]!.ToJsonString(), StringComparison.Ordinal));
        Assert.All(risks, r => Assert.Contains("PROTECTED", r["lacking"]!.ToJsonString(), StringComparison.Ordinal));
        await service.Put("objectives/o1", new { by = "Ann", entry = new { measure = Measure, target = 100, direction = "higher", by = Today, setOn = Before } });
        Treat(gp, risks);
        await service.Run();

        // Counted again.
        told = await service.Count("measurements", Today);
        Assert.Equal((int)told.Measure(Measure)["now"]!["denominator"]!, (int)told.Measure(Measure)["now"]!["numerator"]!);
        Assert.True((bool)told.Measure(Measure)["reached"]!);
        Assert.Empty(await AtRisk(service, Today));
        var chart = await service.Json($"{PlanService.Plan}/charts/{Measure}", service.Key);
        Assert.Equal(((string)"run", 1), ((string)chart["kind"]!, chart["points"]!.AsArray().Count));
        Assert.NotEmpty(chart["notes"]!.AsArray());

        // Declared with one meeting, then with two.
        await Finish(service);
        await service.Put("meetings/m1", PlanService.Meeting("2026-10-01"));
        told = await service.Declare();
        Assert.Equal((true, 27m), (Achieved(told, "QI001"), (decimal)told.Of("indicators", "QI001")["points"]!));
        Assert.Equal((false, 0m), (Achieved(told, "QI002"), (decimal)told.Of("indicators", "QI002")["points"]!));
        Assert.Contains("1 of 2 meetings attended", (string)told.Of("indicators", "QI002")["why"]!, StringComparison.Ordinal);
        Assert.Equal(earned + 27, Points(await service.Run()));

        await service.Put("meetings/m2", PlanService.Meeting("2026-11-15"));
        told = await service.Json(PlanService.Plan, service.Key);
        Assert.Equal(("outdated", 0m), ((string)told["review"]!["declaration"]!["state"]!, (decimal)told["review"]!["points"]!));
        told = await service.Declare();
        Assert.Equal(37m, (decimal)told["review"]!["points"]!);
        Assert.Equal(earned + 37, Points(await service.Run()));

        // And reported: the measures, and the completion of the module with its points.
        var reports = await Reports(service);
        Assert.Contains(reports, r => ((string)r["measure"]!).Contains($"/qi-prescribing-safety-{Measure}|", StringComparison.OrdinalIgnoreCase));
        Assert.Equal([("QI001", 27m), ("QI002", 10m)], new[] { "QI001", "QI002" }.Select(id => (id, PointsOf(reports, id))));
    }

    private static decimal PointsOf(IEnumerable<JsonNode> reports, string indicator) => reports
        .Single(r => ((string)r["measure"]!).Contains($"/prescribing-safety-completion-{indicator}|", StringComparison.OrdinalIgnoreCase))["extension"]!.AsArray()
        .SelectMany(e => e!["extension"]?.AsArray() ?? []).Where(e => (string)e!["url"]! == "pointsEarned").Select(e => (decimal)e!["valueDecimal"]!).Single();

    [Fact]
    public async Task What_leaves_the_practice_holds_no_words_that_are_not_shared()
    {
        await using var gp = await TestService.SampleGp();
        await using var service = await TestService.For(gp.BaseUrl, null, PlanService.Framework);
        await service.Run();
        await service.Count("baselines", Before);
        await Finish(service, started: Before);
        await service.Put("meetings/m1", PlanService.Meeting("2026-10-01", learning: "Never to be told"));
        await service.Put("meetings/m2", PlanService.Meeting("2026-10-02", shared: true, learning: "Told on purpose"));
        var record = (await service.Json(PlanService.Plan + "/record", service.Key)).ToJsonString();
        Assert.Contains("\"CarePlan\"", record, StringComparison.Ordinal);
        Assert.Contains("\"MeasureReport\"", record, StringComparison.Ordinal);
        Assert.Contains("Told on purpose", record, StringComparison.Ordinal);
        Assert.DoesNotContain("Never to be told", record, StringComparison.Ordinal);
        Assert.DoesNotContain("Ann", record, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret aim", record, StringComparison.Ordinal);
        Assert.DoesNotContain("Patient/", record, StringComparison.Ordinal);
    }

    /// <summary>All summary reports.</summary>
    private static async Task<List<JsonNode>> Reports(TestService service)
    {
        var (next, reports) = ((string?)"/fhir/MeasureReport?type=summary", new List<JsonNode>());
        while (next is not null)
        {
            var page = await service.Json(next);
            reports.AddRange(page["entry"]!.AsArray().Select(e => e!["resource"]!));
            next = (string?)page["link"]!.AsArray().SingleOrDefault(l => (string)l!["relation"]! == "next")?["url"];
        }

        return reports;
    }

    private static decimal Points(JsonNode run) => (decimal)run["result"]!["pointsEarned"]!;

    private static bool Achieved(JsonNode told, string indicator) => (bool)told.Of("indicators", indicator)["achieved"]!;

    /// <summary>All that a plan needs beside what is counted, an objective and meetings.</summary>
    private static async Task Finish(TestService service, string started = Today)
    {
        await service.Put("cycles/c1", new { by = "Ann", entry = new { aim = "Secret aim", change = "c", plan = "p", @do = "d", study = "s", act = "a", started, ended = Today, results = Array.Empty<string>() } });
        foreach (var requirement in new[] { "lithium", "valproate" })
        {
            await service.Put($"attested/{requirement}", new { by = "Ann", entry = new { requirement, by = "Ann", on = Today } });
        }

        foreach (var field in new[] { "issues", "changes", "results", "learning" })
        {
            await service.Put($"answers/{field}", new { by = "Ann", entry = new { field, value = "Words" } });
        }
    }

    private static async Task<List<JsonNode>> AtRisk(TestService service, string on) =>
        [.. (await service.Json($"{PlanService.Plan}/patients?measure={Measure}&on={on}", service.Key))["patients"]!.AsArray().Select(p => p!)];

    /// <summary>Everybody gets an issue of what protects.</summary>
    private static void Treat(SampleGpServer gp, IEnumerable<JsonNode> risks)
    {
        foreach (var patient in risks.Select(r => (string)r["patient"]!))
        {
            gp.Records.Put(string.Create(CultureInfo.InvariantCulture, $$"""
                {"resourceType":"MedicationRequest","id":"treat-{{patient}}","meta":{"tag":[{"system":"https://qoffhir.example.org/fhir/CodeSystem/tag","code":"sample"}]},
                "status":"completed","intent":"order","medicationCodeableConcept":{"coding":[{"system":"http://snomed.info/sct","code":"317291008"}]},
                "subject":{"reference":"Patient/{{patient}}"},"authoredOn":"{{Today}}"}
                """).ReplaceLineEndings(""));
        }
    }
}
