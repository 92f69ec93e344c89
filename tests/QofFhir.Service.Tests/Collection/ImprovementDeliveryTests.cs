using System.Net;
using QofFhir.Service.Tests.Improvement;

namespace QofFhir.Service.Tests.Collection;

/// <summary>What a practice counted for a module comes to its network like any other report.</summary>
public sealed class ImprovementDeliveryTests(AggregatorService aggregator) : IClassFixture<AggregatorService>
{
    [Fact]
    public async Task Measures_and_completion_of_a_module_are_collected_and_added_up()
    {
        await using var gp = await TestService.SampleGp();
        await using var service = await TestService.For(
            gp.BaseUrl, null, $"QofFhir:Submission:BaseUrl={aggregator.Http.BaseAddress}fhir", "QofFhir:Submission:BearerTokenVariable=AGGREGATOR_KEY", $"AGGREGATOR_KEY={aggregator.Service.Key}");
        await service.Run();
        Assert.Equal(HttpStatusCode.Conflict, (await service.Call(HttpMethod.Post, PlanService.Plan + "/baselines", new { by = "Ann" })).Status);
        await service.Run();
        var told = await service.Count("baselines", "2026-11-30");
        await service.Declare();
        var run = await service.Run();
        Assert.True((int)run["submission"]!["failed"]! == 0, run["submission"]!.ToJsonString());
        Assert.True((int)run["submission"]!["sent"]! > 12);

        await RollupTests.Put(aggregator.Service, "/organisations?from=2026-04-01", RollupTests.Head + RollupTests.Row(TestService.Ods, "U11111"));
        var baseline = told.Measure("NSAID65")["baseline"]!;
        var rollup = (await aggregator.Json("/rollups/U11111?framework=qi-prescribing-safety&indicator=NSAID65"))["indicators"]![0]!;
        Assert.Equal(
            ((int)baseline["numerator"]!, (int)baseline["denominator"]!),
            ((int)rollup["counts"]!["numerator"]!, (int)rollup["counts"]!["denominator"]!));
        var done = (await aggregator.Json("/rollups/U11111?framework=prescribing-safety-completion&indicator=baseline"))["indicators"]![0]!;
        Assert.Equal((1, 1), ((int)done["counts"]!["numerator"]!, (int)done["counts"]!["denominator"]!));
        var paid = (await aggregator.Json("/rollups/U11111?framework=prescribing-safety-completion&indicator=QI001"))["indicators"]![0]!;
        Assert.Equal((0, 1), ((int)paid["counts"]!["numerator"]!, (int)paid["counts"]!["denominator"]!));
    }
}
