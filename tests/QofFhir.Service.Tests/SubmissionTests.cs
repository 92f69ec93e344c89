namespace QofFhir.Service.Tests;

public sealed class SubmissionTests
{
    [Fact]
    public async Task Each_summary_report_is_put_by_its_identifier_once_and_not_again_unchanged()
    {
        await using var aggregator = await TestAggregator.Start();
        await using var gp = await TestService.SampleGp();
        await using var service = await TestService.For(gp.BaseUrl, null, $"QofFhir:Submission:BaseUrl={aggregator.Address}");
        var run = await service.Run();
        var reports = (int)run["result"]!["reports"]!;
        Assert.Equal(reports, (int)run["submission"]!["sent"]!);
        Assert.Equal(reports, aggregator.Taken.Count);
        Assert.All(aggregator.Taken, taken =>
        {
            var identifier = taken.Value.Report["identifier"]![0]!;
            Assert.Equal(taken.Key, $"{identifier["system"]}|{identifier["value"]}");
            Assert.Equal("summary", (string)taken.Value.Report["type"]!);
            Assert.Null(taken.Value.Report["id"]);
        });

        Assert.Equal(0, (int)(await service.Run())["submission"]!["sent"]!);
        Assert.All(aggregator.Taken.Values, taken => Assert.Equal(1, taken.Puts));
    }

    [Fact]
    public async Task An_aggregator_that_is_away_for_a_moment_still_gets_them_all()
    {
        await using var aggregator = await TestAggregator.Start();
        aggregator.Answers.Enqueue(503);
        aggregator.Answers.Enqueue(429);
        await using var gp = await TestService.SampleGp();
        await using var service = await TestService.For(gp.BaseUrl, null, $"QofFhir:Submission:BaseUrl={aggregator.Address}");
        var run = await service.Run();
        Assert.Equal((int)run["result"]!["reports"]!, (int)run["submission"]!["sent"]!);
        Assert.Equal(0, (int)run["submission"]!["failed"]!);
    }

    [Fact]
    public async Task Duplicates_there_are_explained_the_others_sent_and_that_one_tried_again_at_the_next_run()
    {
        await using var aggregator = await TestAggregator.Start();
        aggregator.Answers.Enqueue(412);
        await using var gp = await TestService.SampleGp();
        await using var service = await TestService.For(gp.BaseUrl, null, $"QofFhir:Submission:BaseUrl={aggregator.Address}");
        var run = await service.Run();
        Assert.Equal("succeeded", (string)run["status"]!);
        Assert.Equal((int)run["result"]!["reports"]! - 1, (int)run["submission"]!["sent"]!);
        Assert.Contains("several reports with this identifier", (string)run["submission"]!["failures"]![0]!, StringComparison.Ordinal);
        Assert.Equal(1, (int)(await service.Run())["submission"]!["sent"]!);
    }

    [Fact]
    public async Task Reports_of_sample_data_are_not_submitted_to_another_machine()
    {
        await using var gp = await TestService.SampleGp();
        await using var service = await TestService.For(gp.BaseUrl, null, "QofFhir:Submission:BaseUrl=http://192.0.2.1/fhir");
        var run = await service.Run();
        Assert.Equal(0, (int)run["submission"]!["sent"]!);
        Assert.Contains("another machine", (string)run["submission"]!["failures"]![0]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_target_gets_the_token_that_the_environment_holds_and_no_run_shows_it()
    {
        await using var aggregator = await TestAggregator.Start();
        await using var gp = await TestService.SampleGp();
        await using var service = await TestService.For(
            gp.BaseUrl, null, $"QofFhir:Submission:BaseUrl={aggregator.Address}", "QofFhir:Submission:BearerTokenVariable=TARGET_TOKEN", "TARGET_TOKEN=s3cret");
        var run = await service.Run();
        Assert.Equal("Bearer s3cret", aggregator.Authorization);
        Assert.DoesNotContain("s3cret", run.ToJsonString() + service.Console, StringComparison.Ordinal);
    }
}
