using System.Net;
using System.Text.Json.Nodes;
using QofFhir.SampleGp.Server;

namespace QofFhir.Service.Tests.Improvement;

/// <summary>A practice goes through a module: counted, planned, treated, counted again, met, declared, paid.</summary>
public sealed class ModuleTests
{
    private const string Measure = "NSAID65";

    [Fact]
    public async Task A_practice_goes_through_a_module_and_its_points_come_to_the_reports()
    {
        await using var gp = await TestService.SampleGp();
        await using var service = await TestService.For(gp.BaseUrl, null, PlanService.Framework);
        await service.Run();

        var told = await service.Count("baselines", "2026-11-01");
        var baseline = told.Measure(Measure)["baseline"]!;
        var risks = await AtRisk(service, "2026-11-01");
        Assert.Equal(risks.Count, (int)baseline["denominator"]! - (int)baseline["numerator"]!);
        Assert.NotEmpty(risks);
        Assert.NotEmpty(risks[0]["because"]!.AsArray());
        Assert.NotEmpty(risks[0]["lacking"]!.AsArray());

        await service.Put("objectives/o1", new { by = "Ann", measure = Measure, target = 100, direction = "higher", by_ = 0 }.Day());
        await Treat(gp, risks);
        await service.Run();
        told = await service.Count("measurements", "2026-11-30");
        Assert.Equal((int)baseline["denominator"]!, (int)told.Measure(Measure)["now"]!["numerator"]!);
        Assert.True((bool)told.Measure(Measure)["reached"]!);
        Assert.Empty(await AtRisk(service, "2026-11-30"));
        var chart = await service.Json($"{PlanService.Plan}/charts/{Measure}", service.Key);
        Assert.Equal(
            [(int)baseline["numerator"]!, (int)told.Measure(Measure)["now"]!["numerator"]!],
            chart["points"]!.AsArray().Select(p => (int)p!["numerator"]!).Distinct().Take(2));

        await service.Put("cycles/c1", new
        {
            by = "Ann", aim = "Protect", change = "Recall", plan = "p", @do = "d", study = "s", act = "a", started = "2026-11-02", ended = "2026-11-29",
            results = new[] { $"measured-{Measure}-2026-11-30" },
        });
    }

    private static async Task<List<JsonNode>> AtRisk(TestService service, string on) =>
        [.. (await service.Json($"{PlanService.Plan}/patients?measure={Measure}&on={on}", service.Key))["patients"]!.AsArray().Select(p => p!)];

    private static Task Treat(SampleGpServer gp, IEnumerable<JsonNode> risks)
    {
        return Task.CompletedTask;
    }
}
