using System.Net;
using System.Text.Json.Nodes;
using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Tests.CareGaps;

/// <summary>Several practices, another realm, other years, and where nothing is kept.</summary>
public sealed class GapsSettingsTests(SampleRun sample) : IClassFixture<SampleRun>
{
    private const string Ann = "&status=open-gap&subject=Patient/case-dm020-dmmax";

    [Fact]
    public async Task Of_several_practices_the_one_meant_has_to_be_told_and_the_realm_is_that_of_the_settings()
    {
        await using var service = await TestService.For(
            new Uri("http://127.0.0.1:9/a"), null, "QofFhir:Practices:1:Ods=B12345", "QofFhir:Practices:1:BaseUrl=http://127.0.0.1:9/b", "QofFhir:DeqmRealm=us");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await service.Ask(GapsReading.Year + Ann + "&provider=Organization/A99999")).StatusCode);
        KeptFile.Copy(sample.Service, service, TestService.Ods);
        KeptFile.Copy(sample.Service, service, "B12345");

        using var which = await service.Ask(GapsReading.Year + Ann);
        Assert.Equal(HttpStatusCode.BadRequest, which.StatusCode);
        Assert.Contains("provider: which practice was expected", await which.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var bundle = (await service.Json(GapsReading.Year + Ann + "&provider=Organization/A99999", service.Key))["parameter"]![0]!["resource"]!;
        Assert.StartsWith("http://127.0.0.1:9/a/Composition/", (string)bundle["entry"]![0]!["fullUrl"]!, StringComparison.Ordinal);
        Assert.Equal("http://hl7.org/fhir/us/davinci-deqm/StructureDefinition/gaps-bundle-deqm", (string)bundle["meta"]!["profile"]![0]!);
        var operations = (await service.Json("/fhir/metadata"))["rest"]![0]!["resource"]!.AsArray().Single(r => (string)r!["type"]! == "Measure")!["operation"]!.ToJsonString();
        Assert.Contains("us/davinci-deqm/OperationDefinition/care-gaps", operations, StringComparison.Ordinal);

        // The address of the patient's system tells it too. Nobody of these records is registered at that practice.
        using var other = await service.Ask(GapsReading.Year + "&status=not-applicable&subject=http://127.0.0.1:9/b/Patient/case-dm020-dmmax");
        var outside = JsonNode.Parse(await other.Content.ReadAsStringAsync())!["parameter"]![0]!["resource"]!;
        Assert.Equal("B12345", (string)outside.Of("Organization").Single()["id"]!);
        Assert.All(outside.Gaps(), g => Assert.Equal("not-applicable", g.Status));
        Assert.Empty(await service.Bundles(await service.Manifest(GapsReading.Year + "&status=not-applicable&subject=Group/B12345-registered")));
    }

    [Fact]
    public async Task Where_nothing_is_kept_nothing_can_be_said()
    {
        await using var service = await TestService.For(new Uri("http://127.0.0.1:9/a"), null, "QofFhir:Records:Keep=false");
        KeptFile.Copy(sample.Service, service, TestService.Ods);
        using var answer = await service.Ask(GapsReading.Year + Ann);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("keeps no records", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_evaluated_is_told_whatever_is_asked()
    {
        var none = Directory.CreateTempSubdirectory("qoffhir-no-codes-");
        await using var service = await TestService.For(new Uri("http://127.0.0.1:9/a"), null, "QofFhir:CodePacks:0=" + none.FullName);
        none.Delete();
        KeptFile.Copy(sample.Service, service, TestService.Ods);
        var framework = service.Service<RuleBook>().Loaded!.Framework;
        var missing = framework.Indicators.Where(i => i.Kind == IndicatorKind.Fraction && i.Evaluability.State == EvaluabilityState.NotEvaluable).Select(i => i.Id).ToList();
        Assert.NotEmpty(missing);

        foreach (var status in new[] { "open-gap", "closed-gap", "not-applicable" })
        {
            var bundle = (await service.Json($"{GapsReading.Year}&status={status}&subject=Patient/case-dm020-dmmax", service.Key))["parameter"]![0]!["resource"]!;
            var unknown = bundle.Gaps().Where(g => g.Status == "unknown").Select(g => g.Indicator).ToList();
            Assert.NotEmpty(unknown);
            Assert.Subset(missing.ToHashSet(), unknown.ToHashSet());
            Assert.DoesNotContain(bundle.Gaps(), g => g.Status != "unknown" && g.Status != status);
            Assert.All(bundle.Of("MeasureReport").Where(r => (string)r["status"]! == "error"), r => Assert.NotNull(r["contained"]));
        }

        var manifest = await service.Manifest(GapsReading.Year + "&status=open-gap");
        using var told = await service.Ask((string)manifest["error"]![0]!["url"]!);
        var issues = JsonNode.Parse(await told.Content.ReadAsStringAsync())!["issue"]!.AsArray().Select(i => ((string)i!["details"]!["text"]!).Split(' ')[0]);
        Assert.Equal(missing, issues);
    }

    [Fact]
    public async Task Before_the_year_nothing_is_owed_and_after_it_its_last_day_is_judged()
    {
        await using var early = await Start(new DateTimeOffset(2026, 3, 31, 22, 0, 0, TimeSpan.Zero));
        using var answer = await early.Ask(GapsReading.Year + Ann);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("has not begun", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await using var late = await Start(new DateTimeOffset(2027, 5, 1, 9, 0, 0, TimeSpan.Zero));
        var bundle = (await late.Json(GapsReading.Year + Ann, late.Key))["parameter"]![0]!["resource"]!;
        Assert.Contains("as of 2027-03-31", (string)bundle.Of("Composition").Single()["text"]!["div"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("prospective-gap", bundle.Gaps().Select(g => g.Status));
    }

    [Fact]
    public async Task Mistaken_settings_are_told()
    {
        var fault = await Assert.ThrowsAsync<SettingsException>(() => TestService.For(
            new Uri("http://127.0.0.1:9/a"), null, "QofFhir:DeqmRealm=mars", "QofFhir:CareGaps:ExpireHours=0", "QofFhir:Records:FreshHours=0", "QofFhir:Records:AtHand=0"));
        Assert.Equal(
            ["QofFhir:CareGaps:ExpireHours", "QofFhir:DeqmRealm", "QofFhir:Records:AtHand", "QofFhir:Records:FreshHours"],
            fault.Mistakes.Select(m => m.Split(": ")[0]).Order(StringComparer.Ordinal));
    }

    private async Task<TestService> Start(DateTimeOffset now)
    {
        var service = await TestService.StartAt(
            now, null, $"QofFhir:Practices:0:Ods={TestService.Ods}", "QofFhir:Practices:0:BaseUrl=http://127.0.0.1:9/a",
            $"QofFhir:CodePacks:0={Path.Combine(AppContext.BaseDirectory, "samples", "valuesets")}");
        KeptFile.Copy(sample.Service, service, TestService.Ods);
        return service;
    }
}
