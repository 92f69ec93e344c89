using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using QofFhir.Extraction;
using QofFhir.Extraction.Access;

namespace QofFhir.Tests.Extraction.Bulk;

/// <summary>Files over bad lines, and from where they may come.</summary>
public sealed class DownloadTests
{
    private static readonly string Text = string.Concat(Enumerable.Range(0, 20_000).Select(i => BulkGp.Resource("Patient", $"p{i}")));

    private static async Task<BulkGp> Gp() => (await BulkGp.Start()).With("Patient", "1", Text, 20_000);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_that_breaks_off_goes_on_at_the_next_byte(bool tagged)
    {
        await using var gp = await Gp();
        var ranges = new List<string>();
        gp.StepIn = OnFile(async (context, bytes) =>
        {
            var from = int.TryParse(context.Request.Headers.Range.ToString().Replace("bytes=", "", StringComparison.Ordinal).TrimEnd('-'), out var asked) ? asked : 0;
            ranges.Add($"{asked > 0} {context.Request.Headers.IfRange}");
            context.Response.StatusCode = from > 0 ? 206 : 200;
            context.Response.Headers.ETag = tagged ? "\"v1\"" : "W/\"v1\"";
            context.Response.Headers.ContentRange = from > 0 ? $"bytes {from}-{bytes.Length - 1}/{bytes.Length}" : default;
            await SendAndBreak(context, bytes.AsMemory(from), breakAt: ranges.Count <= 3 ? 200_000 : int.MaxValue);
        });
        using var run = new BulkRun();
        await run.Of(gp, BulkRun.Patients);
        Assert.Equal(Text, run.Text("Patient"));
        Assert.Equal(["False ", .. Enumerable.Repeat(tagged ? "True \"v1\"" : "True ", ranges.Count - 1)], ranges);
        Assert.InRange(ranges.Count, 3, 4);
    }

    [Theory]
    [InlineData("server ignores ranges")]
    [InlineData("file has changed")]
    public async Task A_file_that_cannot_be_resumed_is_fetched_again_and_nothing_is_doubled(string why)
    {
        await using var gp = await Gp();
        var tries = 0;
        gp.StepIn = OnFile(async (context, bytes) =>
        {
            tries++;
            if (why == "file has changed" && context.Request.Headers.Range.Count > 0)
            {
                context.Response.StatusCode = 206;
                context.Response.Headers.ContentRange = $"bytes 0-{bytes.Length - 1}/{bytes.Length}";
            }

            await SendAndBreak(context, bytes, breakAt: tries == 1 ? 200_000 : int.MaxValue);
        });
        using var run = new BulkRun();
        var result = await run.Of(gp, BulkRun.Patients);
        Assert.Equal(Text, run.Text("Patient"));
        Assert.Empty(result.Missing);
        Assert.Equal(3, tries);
    }

    [Fact]
    public async Task A_file_that_always_breaks_off_ends_the_extraction()
    {
        await using var gp = await Gp();
        gp.StepIn = OnFile((context, bytes) => SendAndBreak(context, bytes, 200_000));
        using var run = new BulkRun();
        Assert.Equal("Patient: the file broke off; gave up after 3 tries", await run.Fault(gp, BulkRun.Patients));
        Assert.Equal(1, gp.Asked("DELETE /job/1"));
    }

    [Fact]
    public async Task A_server_that_falls_silent_within_a_file_is_noticed()
    {
        await using var gp = await Gp();
        gp.StepIn = OnFile(async (context, bytes) =>
        {
            context.Response.ContentLength = bytes.Length;
            await context.Response.Body.WriteAsync(bytes.AsMemory(0, 1_000));
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        using var run = new BulkRun { Settings = new ExtractionSettings { Retries = 1, RequestTimeout = TimeSpan.FromMilliseconds(200) } };
        Assert.Contains("the file broke off; gave up after 2 tries", await run.Fault(gp, BulkRun.Patients), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_busy_file_server_is_waited_for()
    {
        await using var gp = await Gp();
        var busy = 2;
        gp.StepIn = context =>
        {
            var now = context.Request.Path.StartsWithSegments("/files") && busy-- > 0;
            context.Response.StatusCode = now ? (busy == 1 ? 429 : 502) : 200;
            context.Response.Headers.RetryAfter = now && busy == 1 ? "33" : default;
            return Task.FromResult(now);
        };
        using var run = new BulkRun();
        Assert.Equal(20_000, (await run.Of(gp, BulkRun.Patients)).Counts["Patient"]);
        Assert.Contains(TimeSpan.FromSeconds(33), run.Clock.Waits);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public async Task Addresses_that_expired_are_asked_for_again_twice(int times, bool had)
    {
        await using var gp = await Gp();
        var served = 0;
        gp.StepIn = async context =>
        {
            if (context.Request.Path == "/job/1" && context.Request.Method == "GET")
            {
                gp.Manifest["output"]![0]!["url"] = $"{gp.Origin}files/1?signed={served++}";
                return false;
            }

            if (context.Request.Path.StartsWithSegments("/files") && context.Request.Query["signed"] != $"{times}")
            {
                await BulkGp.Send(context, TestGp.Outcome("error", "expired"), times % 2 == 0 ? 404 : 403);
                return true;
            }

            return false;
        };
        using var run = new BulkRun();
        if (had)
        {
            Assert.Equal(20_000, (await run.Of(gp, BulkRun.Patients)).Counts["Patient"]);
            return;
        }

        Assert.Equal(
            "Patient: a file is not given (HTTP 403 (error expired)), nor after the manifest was fetched again", await run.Fault(gp, BulkRun.Patients));
    }

    [Theory]
    [InlineData(true, "Bearer s3cret")]
    [InlineData(false, "")]
    public async Task The_token_goes_to_files_only_where_it_is_required(bool required, string sent)
    {
        await using var gp = await Gp();
        gp.Manifest["requiresAccessToken"] = required;
        using var run = new BulkRun { Access = EndpointAccess.Token("s3cret") };
        await run.Of(gp, BulkRun.Patients);
        Assert.Contains($"GET /files/1 {sent}".TrimEnd(), gp.Requests);
        Assert.Contains("GET /job/1 Bearer s3cret", gp.Requests);
        Assert.Contains("DELETE /job/1 Bearer s3cret", gp.Requests);
    }

    [Theory]
    [InlineData("file")]
    [InlineData("redirect")]
    [InlineData("next")]
    [InlineData("status")]
    public async Task Another_origin_is_refused_and_where_it_is_allowed_sees_no_token(string way)
    {
        await using var gp = await BulkGp.Start();
        await using var other = await BulkGp.Start();
        other.With("Patient", "9", BulkGp.Resource("Patient", "z"));
        var elsewhere = new Uri(other.Origin, "/files/9").AbsoluteUri;
        gp.With("Patient", "1", BulkGp.Resource("Patient", "a"));
        gp.StepIn = context =>
        {
            var moved = way == "redirect" && context.Request.Path == "/files/1";
            var begun = way == "status" && context.Request.Method == "POST";
            context.Response.StatusCode = moved ? 307 : begun ? 202 : 200;
            context.Response.Headers.Location = moved ? elsewhere : default;
            context.Response.Headers.ContentLocation = begun ? new Uri(other.Origin, "/job/1").AbsoluteUri : default;
            return Task.FromResult(moved || begun);
        };
        if (way == "file")
        {
            gp.With("Patient", "9", [], origin: other.Origin);
        }
        else if (way == "next")
        {
            gp.Manifest["link"] = new JsonArray(new JsonObject { ["relation"] = "next", ["url"] = new Uri(other.Origin, "/job/1").AbsoluteUri });
        }

        using var run = new BulkRun { Access = EndpointAccess.Token("s3cret") };
        Assert.EndsWith(
            $"the server sends us to another origin ({other.Origin.GetLeftPart(UriPartial.Authority)}), which is not allowed, so it is not followed", await run.Fault(gp, BulkRun.Patients),
            StringComparison.Ordinal);
        Assert.Empty(other.Requests);

        run.AllowedOrigins = [other.Origin];
        // The files that the other origin's own manifest names are its own.
        await run.Of(gp, BulkRun.Patients);
        Assert.Contains("z", run.Ids("Patient"));
        Assert.NotEmpty(other.Requests);
        Assert.DoesNotContain(other.Requests, r => r.Contains("s3cret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_redirect_on_the_own_origin_keeps_the_token()
    {
        await using var gp = await Gp();
        gp.With("Claim", "2", Text);
        gp.StepIn = context =>
        {
            var moved = context.Request.Path == "/files/1";
            context.Response.StatusCode = moved ? 302 : 200;
            context.Response.Headers.Location = moved ? "/files/2" : default;
            return Task.FromResult(moved);
        };
        using var run = new BulkRun { Access = EndpointAccess.Token("s3cret") };
        await run.Of(gp, BulkRun.Patients);
        Assert.Contains("GET /files/2 Bearer s3cret", gp.Requests);
    }

    [Fact]
    public async Task A_manifest_of_several_pages_is_read_to_its_end_and_not_in_a_circle()
    {
        await using var gp = await Gp();
        var circle = false;
        gp.StepIn = async context =>
        {
            if (context.Request.Path != "/job/1" || context.Request.Method != "GET")
            {
                return false;
            }

            var page = context.Request.Query["page"] == "2" ? 2 : 1;
            await BulkGp.Send(context, new JsonObject
            {
                ["output"] = new JsonArray(new JsonObject { ["type"] = "Patient", ["url"] = $"/files/{page}" }),
                ["link"] = page == 1 || circle ? new JsonArray(new JsonObject { ["relation"] = "next", ["url"] = page == 1 ? "?page=2" : "/job/1" }) : null,
            });
            return true;
        };
        gp.Files["2"] = Encoding.UTF8.GetBytes(BulkGp.Resource("Patient", "z"));
        using var run = new BulkRun();
        Assert.Equal(20_001, (await run.Of(gp, BulkRun.Patients)).Counts["Patient"]);

        circle = true;
        using var again = new BulkRun();
        Assert.Contains("in a circle", await again.Fault(gp, BulkRun.Patients), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_more_files_are_fetched_side_by_side_than_allowed()
    {
        await using var gp = await BulkGp.Start();
        for (var i = 0; i < 12; i++)
        {
            gp.With("Patient", $"{i}", BulkGp.Resource("Patient", $"p{i}"));
        }

        var (now, most) = (0, 0);
        gp.StepIn = async context =>
        {
            if (context.Request.Path.StartsWithSegments("/files"))
            {
                lock (gp)
                {
                    most = Math.Max(most, ++now);
                }

                await Task.Delay(20);
                Interlocked.Decrement(ref now);
            }

            return false;
        };
        using var run = new BulkRun { Settings = new ExtractionSettings { Downloads = 3 } };
        Assert.Equal(12, (await run.Of(gp, BulkRun.Patients)).Counts["Patient"]);
        Assert.InRange(most, 2, 3);
    }

    private static Func<HttpContext, Task<bool>> OnFile(Func<HttpContext, byte[], Task> answer) => async context =>
    {
        if (!context.Request.Path.StartsWithSegments("/files"))
        {
            return false;
        }

        await answer(context, Encoding.UTF8.GetBytes(Text));
        return true;
    };

    private static async Task SendAndBreak(HttpContext context, ReadOnlyMemory<byte> bytes, int breakAt)
    {
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes[..Math.Min(breakAt, bytes.Length)]);
        if (breakAt < bytes.Length)
        {
            await context.Response.Body.FlushAsync();
            await Task.Delay(50);
            context.Abort();
        }
    }
}
