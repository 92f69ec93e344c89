using System.Text.Json.Nodes;
using QofFhir.Extraction;
using QofFhir.Extraction.Bulk;

namespace QofFhir.Tests.Extraction.Bulk;

public sealed class KickOffTests
{
    private static readonly TypeQuery Conditions = ExtractionRun.Coded("Condition", "1", "2");

    private static Task<BulkGp> Gp() => BulkGp.Start();

    [Fact]
    public async Task What_is_wanted_is_posted_with_repeated_parameters()
    {
        await using var gp = await Gp();
        using var run = new BulkRun();
        run.Request = run.Request with { Since = new DateTimeOffset(2026, 11, 1, 1, 0, 0, TimeSpan.FromHours(1)), Elements = ["Patient.id"] };
        await run.Of(gp, BulkRun.Patients, Conditions);
        Assert.Equal("POST /r4/Group/A81001/$export", gp.Requests[1]);
        var parameters = JsonNode.Parse(gp.Bodies[1])!["parameter"]!.AsArray().Select(p => $"{p!["name"]}={p["valueString"] ?? p["valueInstant"]}");
        Assert.Equal(
            ["_type=Patient", "_type=Condition", "_typeFilter=Condition?code:in=http%3A%2F%2Fvs%2Fone", "_elements=Patient.id", "_since=2026-11-01T00:00:00Z"],
            parameters);
    }

    [Theory]
    [InlineData(405)]
    [InlineData(400)]
    public async Task A_server_of_version_2_or_3_is_asked_by_GET_with_comma_lists(int status)
    {
        await using var gp = await Gp();
        Refuse(gp, status, r => r.Method == "POST");
        using var run = new BulkRun();
        run.Request = new BulkRequest(new BulkLevel.Patients()) { Filter = BulkFilter.Codes };
        var result = await run.Of(gp, BulkRun.Patients, Conditions);
        var asked = gp.Requests.Single(r => r.StartsWith("GET /r4/Patient/$export", StringComparison.Ordinal));
        Assert.Contains("_type=Patient%2CCondition", asked, StringComparison.Ordinal);

        // Its own comma is encoded once more than the one between filters would be.
        Assert.Contains(
            "_typeFilter=" + Uri.EscapeDataString("Condition?code=" + Uri.EscapeDataString("http://snomed.info/sct|1,http://snomed.info/sct|2")),
            asked, StringComparison.Ordinal);
        Assert.Empty(result.NotHonoured);
    }

    [Fact]
    public async Task Filters_that_are_refused_are_left_out_and_it_is_told()
    {
        await using var gp = await Gp();
        Refuse(gp, 400, (method, body, query) => body.Contains("_typeFilter", StringComparison.Ordinal) || query.Contains("_typeFilter", StringComparison.Ordinal));
        using var run = new BulkRun();
        var result = await run.Of(gp, BulkRun.Patients, Conditions);
        Assert.Equal(["export: _typeFilter is not taken, so the types were fetched whole"], result.NotHonoured);
    }

    [Fact]
    public async Task A_type_that_may_be_missing_is_left_out_where_it_is_refused()
    {
        await using var gp = await Gp();
        Refuse(gp, 400, (_, body, query) => (body + query).Contains("Organization", StringComparison.Ordinal));
        using var run = new BulkRun();
        var result = await run.Of(gp, BulkRun.Patients, new TypeQuery("Organization") { Needed = false });
        Assert.Equal(["Organization: not taken in an export, so none was fetched"], result.NotHonoured);
        Assert.Equal(["Patient"], result.Counts.Keys);
    }

    [Fact]
    public async Task What_refers_and_what_is_referred_to_come_whole()
    {
        await using var gp = await Gp();
        using var run = new BulkRun();
        await run.Of(
            gp, BulkRun.Patients, ExtractionRun.Coded("Medication", "1"),
            ExtractionRun.Coded("MedicationRequest", "1") with { RefersTo = new ReferenceFilter("medication", "Medication") });
        Assert.DoesNotContain("_typeFilter", gp.Bodies[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_export_says_so_apart_from_other_faults()
    {
        await using var gp = await Gp();
        Refuse(gp, 404, _ => true);
        using var run = new BulkRun();
        var fault = await Assert.ThrowsAsync<ExtractionException>(() => run.Of(gp, BulkRun.Patients));
        Assert.True(fault.NotOffered);
        Assert.Equal("export: the server does not take $export (HTTP 404)", fault.Message);
        Assert.Equal(0, gp.Asked("DELETE"));
    }

    [Fact]
    public async Task An_export_that_runs_already_is_waited_for()
    {
        await using var gp = await Gp();
        var busy = true;
        gp.StepIn = context =>
        {
            var now = busy && context.Request.Method == "POST";
            busy &= !now;
            context.Response.StatusCode = now ? 429 : 200;
            context.Response.Headers.RetryAfter = now ? "70" : default;
            return Task.FromResult(now);
        };
        using var run = new BulkRun();
        await run.Of(gp, BulkRun.Patients);
        Assert.Contains(TimeSpan.FromSeconds(70), run.Clock.Waits);
    }

    [Fact]
    public async Task An_acceptance_without_a_place_to_ask_is_no_acceptance()
    {
        await using var gp = await Gp();
        gp.StepIn = context => Task.FromResult(context.Request.Method == "POST");
        using var run = new BulkRun();
        Assert.Contains("no 202 with Content-Location", await run.Fault(gp, BulkRun.Patients), StringComparison.Ordinal);
    }

    private static void Refuse(BulkGp gp, int status, Func<Microsoft.AspNetCore.Http.HttpRequest, bool> which) => gp.StepIn = context =>
    {
        var refused = context.Request.Path.Value!.EndsWith("$export", StringComparison.Ordinal) && which(context.Request);
        context.Response.StatusCode = refused ? status : 200;
        return Task.FromResult(refused);
    };

    private static void Refuse(BulkGp gp, int status, Func<string, string, string, bool> which) =>
        Refuse(gp, status, request => which(request.Method, gp.Bodies[^1], Uri.UnescapeDataString(request.QueryString.Value ?? "")));
}
