using Microsoft.AspNetCore.Http;
using QofFhir.Extraction;

namespace QofFhir.Tests.Extraction;

public sealed class ReportSubmissionTests
{
    [Theory]
    [InlineData(200, null)]
    [InlineData(201, null)]
    [InlineData(412, "someone must remove the duplicates")]
    [InlineData(409, "the next run sends it again")]
    [InlineData(422, "HTTP 422")]
    public async Task A_report_is_put_by_its_identifier_and_the_answer_told(int status, string? told)
    {
        await using var aggregator = await TestGp.Start();
        var asked = new List<string>();
        aggregator.StepIn = context =>
        {
            asked.Add($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
            context.Response.StatusCode = status;
            return Task.FromResult(true);
        };
        var answer = await Submission(aggregator).Put("http://sys|a:b", "{}"u8.ToArray(), default);
        Assert.Equal(["PUT /r4/MeasureReport?identifier=http%3A%2F%2Fsys%7Ca%3Ab"], asked);
        if (told is null)
        {
            Assert.Null(answer);
        }
        else
        {
            Assert.Contains(told, answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_aggregator_away_for_a_while_is_asked_again()
    {
        await using var aggregator = await TestGp.Start();
        var answers = new Queue<int>([503, 429, 201]);
        aggregator.StepIn = context =>
        {
            context.Response.StatusCode = answers.Dequeue();
            return Task.FromResult(true);
        };
        Assert.Null(await Submission(aggregator).Put("s|v", "{}"u8.ToArray(), default));
        Assert.Empty(answers);
    }

    private static ReportSubmission Submission(TestGp aggregator) => new(
        SearchExtraction.NewClient(), new FhirEndpoint(aggregator.Address), new ExtractionSettings(),
        new InstantClock(DateTimeOffset.UnixEpoch), new Random(1));
}
