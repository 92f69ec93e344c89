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
    public async Task Types_that_the_server_names_as_unknown_are_left_out_and_the_filters_stay()
    {
        await using var gp = await Gp();
        RefuseUnknown(gp, "Patient", "Condition");
        gp.With("Patient", "1", BulkGp.Resource("Patient", "a"));
        using var run = new BulkRun();
        var result = await run.Of(gp, BulkRun.Patients, new TypeQuery("EpisodeOfCare"), new TypeQuery("Flag"), Conditions);
        Assert.Equal(
            ["EpisodeOfCare: not taken in an export, so none was fetched", "Flag: not taken in an export, so none was fetched"], result.NotHonoured);
        Assert.Equal(["Condition", "Patient"], result.Counts.Keys);
        Assert.Contains("_typeFilter", gp.Bodies.Last(b => b.Contains("Parameters", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Empty(result.Missing);
    }

    [Fact]
    public async Task What_every_practice_has_is_not_given_up_for_a_word()
    {
        await using var gp = await Gp();
        RefuseUnknown(gp, "Patient");
        using var run = new BulkRun();
        var fault = await Assert.ThrowsAsync<ExtractionException>(() => run.Of(gp, BulkRun.Patients, Conditions));
        Assert.Equal("export: the server does not take $export (HTTP 400 (error processing))", fault.Message);
    }

    [Fact]
    public async Task A_type_named_in_words_about_filters_is_not_taken_for_unknown()
    {
        await using var gp = await Gp();
        gp.StepIn = context => Outcome(
            context, (gp.Bodies[^1] + context.Request.QueryString).Contains("_typeFilter", StringComparison.Ordinal), "The search parameter Procedure.code is not supported");
        using var run = new BulkRun();
        var result = await run.Of(gp, BulkRun.Patients, ExtractionRun.Coded("Procedure", "1"));
        Assert.Equal(["export: _typeFilter is not taken, so the types were fetched whole"], result.NotHonoured);
        Assert.Equal(["Patient", "Procedure"], result.Counts.Keys);
    }

    [Fact]
    public async Task A_server_that_takes_no_types_exports_all_and_what_it_does_not_hold_is_missing()
    {
        await using var gp = await Gp();
        Refuse(gp, 400, (_, body, query) => (body + query).Contains("_type", StringComparison.Ordinal));
        gp.With("Patient", "1", BulkGp.Resource("Patient", "a")).With("Claim", "2", BulkGp.Resource("Claim", "b"));
        using var run = new BulkRun();
        var result = await run.Of(gp, BulkRun.Patients, Conditions, new TypeQuery("Flag"));
        Assert.Equal(["Condition 0", "Flag 0", "Patient 1"], result.Counts.Select(c => $"{c.Key} {c.Value}"));
        Assert.Equal(["Condition: the server exports none"], result.Missing.Select(m => m.ToString()));
        Assert.Equal(0, gp.Asked("GET /files/2"));
        Assert.Contains("export: _type is not taken, so the server exported all that it has; what is not needed was not fetched", result.NotHonoured);
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

    private static void RefuseUnknown(BulkGp gp, params string[] known) => gp.StepIn = context =>
    {
        var asked = gp.Bodies[^1].Length > 0
            ? JsonNode.Parse(gp.Bodies[^1])!["parameter"]!.AsArray().Where(p => (string)p!["name"]! == "_type").Select(p => (string)p!["valueString"]!)
            : context.Request.Query["_type"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);
        var strange = asked.FirstOrDefault(t => !known.Contains(t)) ?? (asked.Any() ? null : "anything");
        return Outcome(context, strange is not null, $"The requested resource type \"{strange}\" is not available on this server");
    };

    private static async Task<bool> Outcome(Microsoft.AspNetCore.Http.HttpContext context, bool refused, string text)
    {
        refused &= context.Request.Path.Value!.EndsWith("$export", StringComparison.Ordinal);
        if (refused)
        {
            var issue = new JsonObject { ["severity"] = "error", ["code"] = "processing", ["diagnostics"] = text };
            await BulkGp.Send(context, new JsonObject { ["resourceType"] = "OperationOutcome", ["issue"] = new JsonArray(issue) }, 400);
        }

        return refused;
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
