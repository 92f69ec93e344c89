using System.Text.Json.Nodes;

namespace QofFhir.Service.Tests.Collection;

/// <summary>From a practice's records to the sums of its network: a worker, an aggregator, and nothing between them but HTTP.</summary>
public sealed class DeliveredRollupTests(AggregatorService aggregator) : IClassFixture<AggregatorService>
{
    [Fact]
    public async Task What_the_worker_delivered_is_added_up_with_labels_and_months()
    {
        await using var gp = await TestService.SampleGp();
        await using var service = await TestService.For(
            gp.BaseUrl, null, $"QofFhir:Submission:BaseUrl={aggregator.Http.BaseAddress}fhir", "QofFhir:Submission:BearerTokenVariable=AGGREGATOR_KEY", $"AGGREGATOR_KEY={aggregator.Service.Key}");
        await service.Run();
        await RollupTests.Put(aggregator.Service, "/organisations?from=2026-04-01", RollupTests.Head + RollupTests.Row(TestService.Ods, "U11111"));
        var own = (await aggregator.Json($"/fhir/MeasureReport?reporter=Organization/{TestService.Ods}&measure=Measure/{RollupTests.Framework}-dm020"))["entry"]![0]!["resource"]!;
        var network = await aggregator.Json(
            $"/fhir/Measure/{RollupTests.Framework}-dm020/$evaluate-measure?periodStart=2026-04-01&periodEnd=2027-03-31&reporter=Organization/U11111");
        Assert.Equal(Counts(own["group"]![0]!), Counts(network["group"]![0]!));
        var labels = network["group"]![0]!["stratifier"]!.AsArray().Single(s => (string)s!["id"]! == "outcome-label")!;
        Assert.Equal(Labels(own["group"]![0]!["stratifier"]![0]!), Labels(labels));

        var rollup = (await aggregator.Json("/rollups/U11111?indicator=DM020"))["indicators"]![0]!;
        var months = rollup["adjustedByMonth"]!.AsArray();
        Assert.Equal((int)rollup["counts"]!["adjusted"]!, months.Sum(m => (int)m!["count"]!));
        Assert.All(months, m => Assert.Matches("^2026-[01][0-9]$", (string)m!["month"]!));
        Assert.NotNull((double?)rollup["prevalence"]!["share"]);
        var (label, count) = Labels(labels).First(l => l.Count > 0);
        using var values = await aggregator.Service.Get("/exports/indicator-values.csv", aggregator.Service.Key);
        Assert.Contains($",DM020,{label},{count},", await values.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static IEnumerable<int> Counts(JsonNode of) => of["population"]!.AsArray().Select(p => (int)p!["count"]!);

    private static (string Label, int Count)[] Labels(JsonNode stratifier) =>
        [.. stratifier["stratum"]!.AsArray().Select(s => ((string)s!["value"]!["coding"]![0]!["code"]!, Counts(s).First()))];
}
