using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using QofFhir.Extraction;
using QofFhir.Extraction.Access;

namespace QofFhir.Tests.Extraction;

public sealed class PatienceTests
{
    private static readonly TypeQuery Patients = new("Patient");

    private static async Task<TestGp> Gp() => (await TestGp.Start()).With("Patient", "a").With("Patient", "b").With("Patient", "c");

    [Fact]
    public async Task Retry_after_seconds_is_waited_out()
    {
        await using var gp = await Gp();
        FailOnce(gp, 429, "17");
        using var run = new ExtractionRun();
        await run.Of(gp, Patients);
        Assert.Equal([TimeSpan.FromSeconds(17)], run.Clock.Waits);
        Assert.Equal(["a", "b", "c"], run.Ids("Patient"));
    }

    [Fact]
    public async Task Retry_after_a_date_is_waited_out_by_our_clock()
    {
        await using var gp = await Gp();
        FailOnce(gp, 503, "Sat, 21 Nov 2026 06:01:30 GMT");
        using var run = new ExtractionRun();
        await run.Of(gp, Patients);
        Assert.Equal([TimeSpan.FromSeconds(90)], run.Clock.Waits);
    }

    [Fact]
    public async Task A_wait_longer_than_allowed_ends_the_extraction()
    {
        await using var gp = await Gp();
        FailOnce(gp, 503, "86400");
        Assert.Contains("1440 minutes", await Reason(gp), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(429)]
    public async Task A_passing_fault_is_tried_again(int status)
    {
        await using var gp = await Gp();
        FailOnce(gp, status, null);
        using var run = new ExtractionRun();
        await run.Of(gp, Patients);
        Assert.Equal(["a", "b", "c"], run.Ids("Patient"));
        Assert.Single(run.Clock.Waits);
    }

    [Fact]
    public async Task A_fault_that_does_not_pass_is_given_up_with_growing_waits()
    {
        await using var gp = await Gp();
        gp.StepIn = context => Status(context, 500);
        using var run = new ExtractionRun { Settings = new ExtractionSettings { Retries = 5, LongestWait = TimeSpan.FromSeconds(4) } };
        var fault = await Assert.ThrowsAsync<ExtractionException>(() => run.Of(gp, Patients));
        Assert.Equal("metadata: HTTP 500 (error exception); gave up after 6 tries", fault.Message);
        Assert.Equal(5, run.Clock.Waits.Count);
        Assert.All(run.Clock.Waits, w => Assert.InRange(w, TimeSpan.Zero, TimeSpan.FromSeconds(4)));
        Assert.Empty(run.Left);
    }

    [Fact]
    public async Task A_page_cut_short_is_asked_again_and_nothing_is_written_twice()
    {
        await using var gp = await Gp();
        var cut = false;
        gp.StepIn = async context =>
        {
            if (cut || context.Request.Path.Value!.EndsWith("metadata", StringComparison.Ordinal))
            {
                return false;
            }

            cut = true;
            await context.Response.WriteAsync("""{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","id":"a"}},{"resou""");
            return true;
        };
        using var run = new ExtractionRun();
        await run.Of(gp, Patients);
        Assert.Equal(["a", "b", "c"], run.Ids("Patient"));
    }

    [Fact]
    public async Task A_connection_broken_off_is_tried_again()
    {
        await using var gp = await Gp();
        var broken = false;
        gp.StepIn = context =>
        {
            if (!broken)
            {
                broken = true;
                context.Abort();
                return Task.FromResult(true);
            }

            return Task.FromResult(false);
        };
        using var run = new ExtractionRun();
        await run.Of(gp, Patients);
        Assert.Equal(["a", "b", "c"], run.Ids("Patient"));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_in_time_ends_the_extraction_with_the_reason()
    {
        await using var gp = await Gp();
        gp.StepIn = async context =>
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };
        using var run = new ExtractionRun { Settings = new ExtractionSettings { RequestTimeout = TimeSpan.FromMilliseconds(150), Retries = 1 } };
        var fault = await Assert.ThrowsAsync<ExtractionException>(() => run.Of(gp, Patients));
        Assert.Equal("metadata: no answer within 0.2 s; gave up after 2 tries", fault.Message);
    }

    [Theory]
    [InlineData(401, "does not accept our credentials")]
    [InlineData(403, "do not reach")]
    [InlineData(302, "redirects are not followed")]
    public async Task A_refusal_that_asking_again_cannot_change_is_not_tried_again(int status, string reason)
    {
        await using var gp = await Gp();
        gp.StepIn = context => Status(context, status);
        Assert.Contains(reason, await Reason(gp), StringComparison.Ordinal);
        Assert.Single(gp.Requests);
    }

    [Theory]
    [InlineData("3.0.2", "speaks FHIR 3.0.2")]
    [InlineData("4.3.0", "speaks FHIR 4.3.0")]
    [InlineData(null, "no CapabilityStatement with a fhirVersion")]
    public async Task Only_R4_is_read(string? version, string reason)
    {
        await using var gp = await Gp();
        gp.StepIn = async context =>
        {
            await gp.Send(context, new JsonObject { ["resourceType"] = "CapabilityStatement", ["fhirVersion"] = version });
            return true;
        };
        Assert.Contains(reason, await Reason(gp), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_type_that_the_server_does_not_offer_is_told_and_not_asked()
    {
        await using var gp = await Gp();
        gp.StepIn = async context =>
        {
            if (!context.Request.Path.Value!.EndsWith("metadata", StringComparison.Ordinal))
            {
                return false;
            }

            await gp.Send(context, new JsonObject
            {
                ["resourceType"] = "CapabilityStatement",
                ["fhirVersion"] = "4.0.1",
                ["rest"] = new JsonArray(new JsonObject { ["resource"] = new JsonArray(new JsonObject { ["type"] = "Patient" }) }),
            });
            return true;
        };
        using var run = new ExtractionRun();
        var result = await run.Of(gp, Patients, new TypeQuery("Flag"));
        Assert.Equal(["Flag: not offered by the server, so none was fetched"], result.NotHonoured);
        Assert.Equal(0, gp.Asked("GET Flag"));
    }

    [Fact]
    public async Task The_token_is_sent_and_never_shown()
    {
        await using var gp = await Gp();
        var sent = new List<string?>();
        gp.StepIn = context =>
        {
            sent.Add(context.Request.Headers.Authorization);
            return Task.FromResult(false);
        };
        using var run = new ExtractionRun { Token = "s3cret" };
        await run.Of(gp, Patients);
        Assert.All(sent, header => Assert.Equal("Bearer s3cret", header));
        Assert.DoesNotContain("s3cret", new FhirEndpoint(gp.Address, EndpointAccess.Token("s3cret")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_larger_than_allowed_ends_the_extraction()
    {
        await using var gp = await Gp();
        using var run = new ExtractionRun { Settings = new ExtractionSettings { LargestPage = 200 } };
        var fault = await Assert.ThrowsAsync<ExtractionException>(() => run.Of(gp, Patients));
        Assert.Contains("larger than 200 bytes", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_readable_by_their_owner_only()
    {
        await using var gp = await Gp();
        using var run = new ExtractionRun();
        await run.Of(gp, Patients);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(run.Folder));
        }
    }

    private static async Task<string> Reason(TestGp gp)
    {
        using var run = new ExtractionRun();
        var fault = await Assert.ThrowsAsync<ExtractionException>(() => run.Of(gp, Patients));
        Assert.Empty(run.Left);
        return fault.Message;
    }

    private static void FailOnce(TestGp gp, int status, string? retryAfter)
    {
        var failed = false;
        gp.StepIn = context =>
        {
            if (failed || context.Request.Path.Value!.EndsWith("metadata", StringComparison.Ordinal))
            {
                return Task.FromResult(false);
            }

            failed = true;
            context.Response.Headers.RetryAfter = retryAfter;
            return Status(context, status);
        };
    }

    private static async Task<bool> Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = status == 302 ? "http://elsewhere.example/" : default;
        await context.Response.WriteAsync(TestGp.Outcome("error", "exception").ToJsonString());
        return true;
    }
}
