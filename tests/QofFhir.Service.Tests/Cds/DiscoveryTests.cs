using System.Net;
using System.Text.Json.Nodes;

namespace QofFhir.Service.Tests.Cds;

public sealed class DiscoveryTests(CdsService cds) : IClassFixture<CdsService>
{
    [Fact]
    public async Task Each_hook_has_its_service()
    {
        using var answer = await cds.Service.Get("/cds-services");
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        var services = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["services"]!.AsArray();
        Assert.Equal(
            ["patient-view qof-prompts", "encounter-start qof-prompts", "order-sign qof-orders", "order-select qof-orders", "appointment-book qof-recall"],
            services.Select(s => $"{s!["hook"]} {s["id"]}"));
        Assert.All(services, s => Assert.All(new[] { "title", "description", "usageRequirements" }, name => Assert.NotEmpty((string)s![name]!)));
    }

    [Fact]
    public async Task Prefetch_asks_what_the_framework_needs_in_the_words_that_are_recommended()
    {
        var prefetch = (await cds.Service.Json("/cds-services"))["services"]![0]!["prefetch"]!.AsObject().ToDictionary(p => p.Key, p => (string)p.Value!);
        const string codes = "https://qoffhir.example.org/fhir/ValueSet/qof-england-2026-27-codes";
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["patient"] = "Patient/{{context.patientId}}",
                ["registrations"] = "EpisodeOfCare?patient={{context.patientId}}",
                ["conditions"] = "Condition?patient={{context.patientId}}",
                ["allergies"] = "AllergyIntolerance?patient={{context.patientId}}",
                ["immunizations"] = "Immunization?patient={{context.patientId}}",
                ["flags"] = "Flag?patient={{context.patientId}}",
                ["medications"] = "MedicationRequest?patient={{context.patientId}}",
                ["observations"] = "Observation?patient={{context.patientId}}&code:in=" + codes,
                ["procedures"] = "Procedure?patient={{context.patientId}}&code:in=" + codes,
                ["requests"] = "ServiceRequest?patient={{context.patientId}}&code:in=" + codes,
                ["encounters"] = "Encounter?patient={{context.patientId}}&type:in=" + codes,
                ["encounterReasons"] = "Encounter?patient={{context.patientId}}&reason-code:in=" + codes,
                ["role"] = "PractitionerRole/{{userPractitionerRoleId}}",
            },
            prefetch);
        var set = await cds.Service.Json("/fhir/ValueSet?url=" + Uri.EscapeDataString(codes));
        var include = set["entry"]![0]!["resource"]!["compose"]!["include"]!.AsArray();
        Assert.Contains(include, i => (string)i!["system"]! == "http://snomed.info/sct" && i["concept"]!.AsArray().Count > 1000);
    }

    [Fact]
    public async Task A_system_that_knows_no_value_sets_is_asked_for_everything()
    {
        await using var service = await CdsService.Start("QofFhir:Cds:Prefetch=whole");
        var prefetch = (await service.Json("/cds-services"))["services"]![0]!["prefetch"]!.AsObject();
        Assert.DoesNotContain(prefetch, p => ((string)p.Value!).Contains(":in", StringComparison.Ordinal));
        Assert.Equal("Encounter?patient={{context.patientId}}", (string)prefetch["encounters"]!);
        Assert.False(prefetch.ContainsKey("encounterReasons"));
    }

    [Fact]
    public async Task With_the_role_off_there_is_nothing()
    {
        await using var service = await TestService.Start(null, "QofFhir:Roles:0=practice-api");
        foreach (var address in new[] { "/cds-services", "/prompts/feedback" })
        {
            using var answer = await service.Get(address, service.Key);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Without_definitions_nothing_is_told()
    {
        await using var service = await TestService.Start(null, "QofFhir:Roles:0=cds", "QofFhir:Framework=no-such-framework");
        using var answer = await service.Get("/cds-services");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }
}
