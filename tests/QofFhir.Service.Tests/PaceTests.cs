using QofFhir.Extraction;
using QofFhir.Service.Runs;

namespace QofFhir.Service.Tests;

public sealed class PaceTests
{
    private readonly SteppedClock _clock = new();

    [Theory]
    [InlineData(0, "Processing, 20% done", null, 40.0)]
    [InlineData(0, "0%", null, null)]
    [InlineData(0, "in progress", 1000, null)]
    [InlineData(500, null, 1000, 10.0)]
    [InlineData(500, "20%", null, null)]
    [InlineData(1500, null, 1000, null)]
    public void The_time_left_is_told_where_it_can_be(long resources, string? server, int? before, double? left)
    {
        var pace = new ExtractionPace(_clock, before);
        pace.Report(new ExtractionProgress(3, 4096, resources, server));
        _clock.Seconds = 10;
        Assert.Equal(new RunProgress(10, 3, resources, resources / 10.0, 4096, server, left), pace.Now());
    }

    [Fact]
    public async Task A_run_at_work_shows_how_far_it_is()
    {
        await using var gp = await TestService.SampleGp();
        gp.Faults.Plan = new SampleGp.Server.Faults.SampleGpFaultPlan { NeverEnds = true, ProgressStaysAt = 40 };
        await using var service = await TestService.For(gp.BaseUrl);
        using var started = await service.Send(HttpMethod.Post, "/runs", service.Key, new { practice = TestService.Ods });
        var id = (string)System.Text.Json.Nodes.JsonNode.Parse(await started.Content.ReadAsStringAsync())!["id"]!;
        System.Text.Json.Nodes.JsonNode? progress = null;
        for (var tries = 0; tries < 40 && progress?["server"] is null; tries++)
        {
            progress = (await service.Json($"/runs/{id}?wait=1"))["progress"];
        }

        Assert.Contains("40", (string)progress!["server"]!, StringComparison.Ordinal);
        Assert.True((int)progress["requests"]! > 1);
        await service.Send(HttpMethod.Delete, "/runs/" + id, service.Key);
        Assert.Null((await service.Ended(id))["progress"]);
    }

    private sealed class SteppedClock : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
