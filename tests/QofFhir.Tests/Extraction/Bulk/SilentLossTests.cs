using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using QofFhir.Extraction;
using QofFhir.Extraction.Bulk;

namespace QofFhir.Tests.Extraction.Bulk;

/// <summary>Servers that answer with 200 and give less, or something else, without a word.</summary>
public sealed class SilentLossTests : IDisposable
{
    private static readonly TypeQuery Procedures = new("Procedure");

    private readonly BulkRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("Patient", "Patient")]
    [InlineData("OperationOutcome", null)]
    [InlineData("Claim", null)]
    public async Task A_row_of_errors_counts_for_its_type_where_that_is_one_asked_for(string row, string? lost)
    {
        await using var gp = await BulkGp.Start();
        gp.With("Patient", "1", BulkGp.Resource("Patient", "a"));
        gp.With(row, "2", """{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"processing","diagnostics":"Failed to export 2.Condition.ndjson"}]}""", list: "error");
        using var run = new BulkRun();
        Assert.Equal(lost, Assert.Single((await run.Of(gp, BulkRun.Patients, new TypeQuery("Condition"))).Missing).Type);
    }

    [Fact]
    public async Task A_refusal_that_lists_the_types_that_are_known_takes_none_of_them_away()
    {
        await using var gp = await Gp();
        gp.With("Procedure", "2", BulkGp.Resource("Procedure", "b"));
        gp.StepIn = context => Refuse(
            context, (gp.Bodies[^1] + context.Request.QueryString).Contains("Flag", StringComparison.Ordinal),
            "Unknown resource type \"Flag\". Supported types: Patient, Condition, Procedure");
        var result = await _run.Of(gp, BulkRun.Patients, new TypeQuery("Flag"), new TypeQuery("Condition"), Procedures);
        Assert.Equal(1, result.Counts["Procedure"]);
        Assert.Equal(["Condition: the server exports none"], result.Missing.Select(m => m.ToString()));
    }

    [Fact]
    public async Task A_file_without_any_resource_is_missing_data()
    {
        await using var gp = await Gp();
        gp.With("Procedure", "2", "<html>\n<p>sign in</p>\n</html>\n");
        var result = await _run.Of(gp, BulkRun.Patients, Procedures);
        Assert.Equal(["Procedure: a file holds no FHIR resource at all"], result.Missing.Select(m => m.ToString()));
    }

    [Fact]
    public async Task An_error_in_place_of_the_manifest_is_no_export_without_changes()
    {
        await using var gp = await Gp();
        gp.Manifest = new JsonObject { ["resourceType"] = "OperationOutcome" };
        _run.Request = _run.Request with { Since = DateTimeOffset.UnixEpoch };
        Assert.StartsWith("export: the answer is broken or truncated JSON; gave up after ", await _run.Fault(gp, BulkRun.Patients), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manifest_whose_pages_never_end_is_given_up()
    {
        await using var gp = await Gp();
        var page = 0;
        gp.StepIn = async context =>
        {
            var polled = context.Request.Path == "/job/1" && context.Request.Method == "GET";
            if (polled)
            {
                await BulkGp.Send(context, new JsonObject { ["link"] = new JsonArray(new JsonObject { ["relation"] = "next", ["url"] = $"/job/1?page={++page}" }) });
            }

            return polled;
        };
        Assert.Equal("export: the manifest has more than 1000 pages and has not come to an end", await _run.Fault(gp, BulkRun.Patients));
    }

    [Fact]
    public async Task Files_that_a_fresh_manifest_lists_in_another_order_are_each_fetched_once()
    {
        await using var gp = await Gp();
        gp.With("Procedure", "2?signed=1", BulkGp.Resource("Procedure", "b"), 1).With("Procedure", "3?signed=1", BulkGp.Resource("Procedure", "c"), 1);
        (gp.Files["2"], gp.Files["3"]) = (gp.Files["2?signed=1"], gp.Files["3?signed=1"]);
        var expired = false;
        gp.StepIn = context =>
        {
            if (context.Request.Path == "/files/3" && !expired)
            {
                expired = true;
                var output = gp.Manifest["output"]!.AsArray();
                gp.Manifest["output"] = new JsonArray(output[0]!.DeepClone(), output[2]!.DeepClone(), output[1]!.DeepClone());
                context.Response.StatusCode = 410;
                return Task.FromResult(true);
            }

            return Task.FromResult(false);
        };
        _run.Settings = _run.Settings with { Downloads = 1 };
        await _run.Of(gp, BulkRun.Patients, Procedures);
        Assert.Equal(["b", "c"], _run.Ids("Procedure"));
    }

    [Fact]
    public async Task A_file_that_only_drips_does_not_outlast_the_time_of_an_extraction()
    {
        await using var gp = await Gp();
        gp.With("Procedure", "2", "");
        gp.StepIn = async context =>
        {
            if (context.Request.Path != "/files/2")
            {
                return false;
            }

            for (var hours = 0; hours < 48 && !context.RequestAborted.IsCancellationRequested; hours++)
            {
                _run.Clock.Pass(TimeSpan.FromHours(1));
                await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes("{"));
                await context.Response.Body.FlushAsync();
            }

            await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return true;
        };
        _run.Settings = _run.Settings with { Downloads = 1 };
        Assert.Equal("Procedure: not done within the 1440 minutes that an extraction may take", await _run.Fault(gp, BulkRun.Patients, Procedures));
    }

    [Fact]
    public async Task A_server_without_export_is_searched_for_all_its_patients_and_for_no_group()
    {
        await using var gp = await Gp();
        gp.StepIn = async context =>
        {
            var (refused, searched) = (context.Request.Path.Value!.EndsWith("$export", StringComparison.Ordinal), context.Request.Path == "/r4/Patient");
            context.Response.StatusCode = refused ? 404 : 200;
            if (searched)
            {
                await BulkGp.Send(context, new JsonObject { ["resourceType"] = "Bundle", ["type"] = "searchset" });
            }

            return refused || searched;
        };
        using var http = SearchExtraction.NewClient();
        var result = await Practice(new BulkLevel.Patients()).Run([BulkRun.Patients], _run.Folder, default);
        Assert.Equal(["export: the server does not take $export (HTTP 404); fetched by search instead"], result.NotHonoured);
        var fault = await Assert.ThrowsAsync<ExtractionException>(() => Practice(new BulkLevel.Group("a")).Run([BulkRun.Patients], _run.Folder + "2", default));
        Assert.EndsWith("a search is not narrowed to a Group, so nothing was fetched by search", fault.Message, StringComparison.Ordinal);
        Assert.Equal(1, gp.Asked("GET /r4/Patient?"));

        PracticeExtraction Practice(BulkLevel level) =>
            new(http, new FhirEndpoint(gp.Address), ExtractionMode.Auto, new BulkRequest(level), _run.Settings, _run.Clock, new Random(1));
    }

    private static async Task<BulkGp> Gp() => (await BulkGp.Start()).With("Patient", "1", BulkGp.Resource("Patient", "a"));

    private static async Task<bool> Refuse(HttpContext context, bool refused, string why)
    {
        if (refused && context.Request.Path.Value!.EndsWith("$export", StringComparison.Ordinal))
        {
            var issue = new JsonObject { ["severity"] = "error", ["code"] = "processing", ["diagnostics"] = why };
            await BulkGp.Send(context, new JsonObject { ["resourceType"] = "OperationOutcome", ["issue"] = new JsonArray(issue) }, 400);
            return true;
        }

        return false;
    }
}
