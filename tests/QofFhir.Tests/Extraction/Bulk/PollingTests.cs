using Microsoft.AspNetCore.Http;
using QofFhir.Extraction;

namespace QofFhir.Tests.Extraction.Bulk;

public sealed class PollingTests
{
    private static async Task<BulkGp> Gp() => (await BulkGp.Start()).With("Patient", "p1", BulkGp.Resource("Patient", "a"), 1);

    [Fact]
    public async Task An_export_that_a_killed_process_left_is_removed_before_another_is_asked_for()
    {
        await using var gp = await BulkGp.Start();
        using var run = new BulkRun();
        run.ExportFile = run.Folder + ".export";
        await File.WriteAllTextAsync(run.ExportFile, new Uri(gp.Origin, "/job/left").AbsoluteUri);
        var there = false;
        gp.StepIn = context =>
        {
            there |= context.Request.Path == "/job/1" && File.ReadAllText(run.ExportFile) == new Uri(gp.Origin, "/job/1").AbsoluteUri;
            return Task.FromResult(false);
        };
        await run.Of(gp, BulkRun.Patients);
        Assert.Equal(["GET /r4/metadata", "DELETE /job/left", "POST /r4/Group/A81001/$export"], gp.Requests.Take(3));
        Assert.True(there);
        Assert.False(File.Exists(run.ExportFile));
    }

    [Fact]
    public async Task What_stands_in_the_file_of_a_left_export_is_no_way_to_another_server()
    {
        await using var gp = await BulkGp.Start();
        await using var other = await BulkGp.Start();
        using var run = new BulkRun();
        run.ExportFile = run.Folder + ".export";
        await File.WriteAllTextAsync(run.ExportFile, new Uri(other.Origin, "/job/1").AbsoluteUri);
        await run.Of(gp, BulkRun.Patients);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task Progress_and_waits_are_the_servers_own()
    {
        await using var gp = await Gp();
        gp.Polls.Enqueue(Running("17", "12%"));
        gp.Polls.Enqueue(Running("Sat, 21 Nov 2026 06:01:47 GMT", "97%"));
        using var run = new BulkRun();
        await run.Of(gp, BulkRun.Patients);

        // The clock stood at 06:00:17 when the date came.
        Assert.Equal([TimeSpan.FromSeconds(17), TimeSpan.FromSeconds(90)], run.Clock.Waits);
        Assert.Equal("97%", run.Progress.Last(p => p.Server is not null).Server);
        Assert.Equal(1, run.Progress[^1].Resources);
        Assert.True(run.Progress[^1].Bytes > 0);
    }

    [Fact]
    public async Task Without_a_wish_of_the_server_the_waits_grow_with_jitter()
    {
        await using var gp = await Gp();
        for (var i = 0; i < 20; i++)
        {
            gp.Polls.Enqueue(Running(null, null));
        }

        using var run = new BulkRun();
        await run.Of(gp, BulkRun.Patients);
        Assert.Equal(20, run.Clock.Waits.Count);
        Assert.InRange(run.Clock.Waits[0], TimeSpan.FromSeconds(0.8), TimeSpan.FromSeconds(1.2));
        Assert.All(run.Clock.Waits.TakeLast(5), w => Assert.InRange(w, TimeSpan.FromSeconds(48), TimeSpan.FromSeconds(72)));
        Assert.Equal(20, run.Clock.Waits.Distinct().Count());
    }

    [Theory]
    [InlineData(500, "error", "exception")]
    [InlineData(429, "error", "throttled")]
    [InlineData(400, "error", "transient")]
    public async Task A_passing_trouble_while_polling_is_waited_out(int status, string severity, string code)
    {
        await using var gp = await Gp();
        for (var i = 0; i < 9; i++)
        {
            gp.Polls.Enqueue(Trouble(status, severity, code));
        }

        using var run = new BulkRun();
        Assert.Equal(1, (await run.Of(gp, BulkRun.Patients)).Counts["Patient"]);
    }

    [Fact]
    public async Task A_failed_export_ends_with_its_reason_and_is_removed()
    {
        await using var gp = await Gp();
        gp.Polls.Enqueue(Trouble(422, "fatal", "processing"));
        using var run = new BulkRun();
        Assert.Equal("export: the server did not finish it, HTTP 422 (fatal processing)", await run.Fault(gp, BulkRun.Patients));
        Assert.Equal(1, gp.Asked("DELETE /job/1"));
    }

    [Fact]
    public async Task An_export_that_never_ends_is_given_up_and_removed()
    {
        await using var gp = await Gp();
        gp.StepIn = context =>
        {
            var poll = context.Request.Path == "/job/1" && context.Request.Method == "GET";
            context.Response.StatusCode = poll ? 202 : 200;
            return Task.FromResult(poll);
        };
        using var run = new BulkRun { Settings = new ExtractionSettings { TotalTime = TimeSpan.FromMinutes(90) } };
        Assert.Equal("export: not done within the 90 minutes that an extraction may take", await run.Fault(gp, BulkRun.Patients));
        Assert.InRange(gp.Asked("GET /job/1"), 85, 120);
        Assert.Equal(1, gp.Asked("DELETE /job/1"));
    }

    [Fact]
    public async Task A_cancelled_run_removes_the_export_and_leaves_nothing()
    {
        await using var gp = await Gp();
        using var stop = new CancellationTokenSource();
        gp.StepIn = context =>
        {
            if (context.Request.Path.StartsWithSegments("/files"))
            {
                stop.Cancel();
            }

            return Task.FromResult(false);
        };
        using var run = new BulkRun();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.Of(gp.Address, stop.Token, BulkRun.Patients));
        Assert.Empty(run.Left);
        Assert.Equal(1, gp.Asked("DELETE /job/1"));
    }

    [Fact]
    public async Task The_export_is_removed_when_all_is_fetched()
    {
        await using var gp = await Gp();
        using var run = new BulkRun();
        await run.Of(gp, BulkRun.Patients);
        Assert.Equal("DELETE /job/1", gp.Requests[^1]);
    }

    [Fact]
    public async Task A_server_that_nobody_answers_for_is_left_alone_after_a_while()
    {
        await using var gp = await Gp();
        var dead = true;
        gp.StepIn = context =>
        {
            if (dead)
            {
                context.Abort();
            }

            return Task.FromResult(dead);
        };
        var settings = new ExtractionSettings { Retries = 4, CircuitFaults = 5 };
        using var run = new BulkRun { Settings = settings };
        run.Circuits = new QofFhir.Extraction.Http.EndpointCircuits(settings, run.Clock);
        Assert.Contains("gave up after 5 tries", await run.Fault(gp, BulkRun.Patients), StringComparison.Ordinal);
        Assert.Equal(5, gp.Requests.Count);
        Assert.Contains("it is left alone", await run.Fault(gp, BulkRun.Patients), StringComparison.Ordinal);
        Assert.Equal(5, gp.Requests.Count);

        dead = false;
        run.Clock.Pass(settings.CircuitBreak * 2);
        Assert.Equal(1, (await run.Of(gp, BulkRun.Patients)).Counts["Patient"]);
    }

    private static Action<HttpResponse> Running(string? retryAfter, string? progress) => response =>
    {
        response.StatusCode = 202;
        response.Headers.RetryAfter = retryAfter;
        response.Headers["X-Progress"] = progress;
    };

    private static Action<HttpResponse> Trouble(int status, string severity, string code) => response =>
    {
        response.StatusCode = status;
        response.WriteAsync(TestGp.Outcome(severity, code).ToJsonString()).GetAwaiter().GetResult();
    };
}
