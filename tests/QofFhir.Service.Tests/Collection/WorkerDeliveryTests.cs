namespace QofFhir.Service.Tests.Collection;

/// <summary>Our own worker and our own aggregator.</summary>
public sealed class WorkerDeliveryTests(AggregatorService aggregator) : IClassFixture<AggregatorService>
{
    [Fact]
    public async Task The_worker_delivers_the_sample_practice_and_a_second_time_changes_nothing()
    {
        await using var gp = await TestService.SampleGp();
        using var temporary = new TemporaryFolder();
        var folder = temporary.Path;
        string[] settings =
        [
            $"QofFhir:Submission:BaseUrl={aggregator.Http.BaseAddress}fhir", "QofFhir:Submission:BearerTokenVariable=AGGREGATOR_KEY", $"AGGREGATOR_KEY={aggregator.Service.Key}",
        ];
        await using var service = await TestService.For(gp.BaseUrl, null, settings);
        var run = await service.Run();
        var reports = (int)run["result"]!["reports"]!;
        Assert.Equal((reports, 0), ((int)run["submission"]!["sent"]!, (int)run["submission"]!["failed"]!));
        Assert.Equal((reports, reports), await Held());

        // The same again, as a worker sends it that has lost what it knew.
        await using var again = await TestService.For(gp.BaseUrl, folder, settings);
        run = await again.Run();
        Assert.Equal((reports, 0), ((int)run["submission"]!["sent"]!, (int)run["submission"]!["failed"]!));
        Assert.Equal((reports, reports), await Held());
        var receipts = (await aggregator.Json("/submissions?count=500"))["submissions"]!.AsArray();
        Assert.Equal((reports, reports), ((int)receipts.Sum(r => (long)r!["created"]!), (int)receipts.Sum(r => (long)r!["unchanged"]!)));
    }

    /// <summary>Live reports of the practice, and versions of them.</summary>
    private async Task<(int, int)> Held()
    {
        var found = await aggregator.Json($"/fhir/MeasureReport?reporter=Organization/{TestService.Ods}&_count=500");
        return ((int)found["total"]!, found["entry"]!.AsArray().Sum(e => int.Parse((string)e!["resource"]!["meta"]!["versionId"]!, System.Globalization.CultureInfo.InvariantCulture)));
    }
}
