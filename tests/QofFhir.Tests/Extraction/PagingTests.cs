using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using QofFhir.Extraction;

namespace QofFhir.Tests.Extraction;

public sealed class PagingTests
{
    private static async Task<TestGp> FivePatients()
    {
        var gp = await TestGp.Start();
        foreach (var id in new[] { "a", "b", "c", "d", "e" })
        {
            gp.With("Patient", id);
        }

        return gp;
    }

    [Fact]
    public async Task All_pages_are_followed_to_the_last()
    {
        await using var gp = await FivePatients();
        using var run = new ExtractionRun();
        var result = await run.Of(gp, new TypeQuery("Patient"));
        Assert.Equal(["a", "b", "c", "d", "e"], run.Ids("Patient"));
        Assert.Equal(4, result.Requests);
        Assert.Equal([Path.Combine(run.Folder, "Patient.ndjson")], result.Files);
    }

    [Fact]
    public async Task Indented_pages_become_one_line_a_resource_with_the_same_content()
    {
        await using var gp = await FivePatients();
        gp.Indented = true;
        using var run = new ExtractionRun();
        await run.Of(gp, new TypeQuery("Patient"));
        Assert.Equal(5, run.Lines("Patient").Length);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"resourceType":"Patient","id":"a"}"""), JsonNode.Parse(run.Lines("Patient")[0])));
    }

    [Fact]
    public async Task A_resource_that_moves_to_the_next_page_is_written_once()
    {
        await using var gp = await FivePatients();
        gp.With("Patient", "a");
        using var run = new ExtractionRun();
        var result = await run.Of(gp, new TypeQuery("Patient"));
        Assert.Equal(["a", "b", "c", "d", "e"], run.Ids("Patient"));
        Assert.Equal(5, result.Counts["Patient"]);
    }

    [Fact]
    public async Task A_next_link_that_comes_back_ends_the_extraction()
    {
        await using var gp = await FivePatients();
        gp.Change = (_, bundle) => Next(bundle, $"{gp.Address}/Patient?again=1");
        await Fails(gp, "circle");
    }

    [Fact]
    public async Task Pages_that_never_end_and_bring_nothing_new_end_the_extraction()
    {
        await using var gp = await FivePatients();
        var page = 0;
        gp.Change = (_, bundle) => Next(bundle, $"{gp.Address}/Patient?again={++page}");
        using var run = new ExtractionRun();
        run.Settings = run.Settings with { BarrenPages = 10 };
        var fault = await Assert.ThrowsAsync<ExtractionException>(() => run.Of(gp, new TypeQuery("Patient")));
        Assert.Contains("11 pages one after another brought nothing new", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_search_that_gives_only_what_the_first_gave_is_not_barren()
    {
        await using var gp = await FivePatients();
        using var run = new ExtractionRun();
        run.Settings = run.Settings with { BarrenPages = 1 };
        var result = await run.Of(gp, new TypeQuery("Patient"), new TypeQuery("Patient"));
        Assert.Equal(5, result.Counts["Patient"]);
    }

    [Fact]
    public async Task A_server_that_gives_new_resources_for_ever_is_ended_by_their_size()
    {
        await using var gp = await FivePatients();
        var page = 0;
        gp.Change = (_, bundle) =>
        {
            Next(bundle, $"{gp.Address}/Patient?again={++page}");
            bundle["entry"]![0]!["resource"]!["id"] = $"new-{page}";
        };
        using var run = new ExtractionRun();
        run.Settings = run.Settings with { LargestExtraction = 20_000 };
        var fault = await Assert.ThrowsAsync<ExtractionException>(() => run.Of(gp, new TypeQuery("Patient")));
        Assert.Contains("more than 20000 bytes", fault.Message, StringComparison.Ordinal);
        Assert.Empty(run.Left);
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(4, true)]
    [InlineData(6, false)]
    public async Task Fewer_resources_than_the_server_counts_end_the_extraction(int total, bool complete)
    {
        await using var gp = await FivePatients();
        gp.Change = (_, bundle) => bundle["total"] = total;
        if (!complete)
        {
            await Fails(gp, "counts 6 matches and gave 5");
            return;
        }

        using var run = new ExtractionRun();
        await run.Of(gp, new TypeQuery("Patient"));
        Assert.Equal(5, run.Ids("Patient").Length);
    }

    [Fact]
    public async Task A_next_link_to_another_server_is_not_followed()
    {
        await using var gp = await FivePatients();
        await using var other = await FivePatients();
        gp.Change = (_, bundle) => Next(bundle, $"{other.Address}/Patient?from=2");
        await Fails(gp, "another server");
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task A_relative_next_link_is_resolved_against_the_server()
    {
        await using var gp = await FivePatients();
        gp.Change = (context, bundle) =>
        {
            if (!context.Request.Query.ContainsKey("from"))
            {
                Next(bundle, "Patient?from=2&_count=50");
            }
        };
        using var run = new ExtractionRun();
        await run.Of(gp, new TypeQuery("Patient"));
        Assert.Equal(5, run.Ids("Patient").Length);
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("information")]
    public async Task An_outcome_among_the_entries_becomes_a_warning(string severity)
    {
        await using var gp = await FivePatients();
        gp.Change = (_, bundle) => AddOutcome(bundle, severity);
        using var run = new ExtractionRun();
        var result = await run.Of(gp, new TypeQuery("Patient"));
        Assert.Equal([$"Patient: the server warns ({severity} incomplete)"], result.Warnings);
        Assert.Equal(5, run.Ids("Patient").Length);
    }

    [Theory]
    [InlineData("error")]
    [InlineData("fatal")]
    public async Task An_outcome_of_error_among_the_entries_ends_the_extraction(string severity)
    {
        await using var gp = await FivePatients();
        gp.Change = (_, bundle) => AddOutcome(bundle, severity);
        await Fails(gp, "not complete");
    }

    private static async Task Fails(TestGp gp, string reason)
    {
        using var run = new ExtractionRun();
        var fault = await Assert.ThrowsAsync<ExtractionException>(() => run.Of(gp, new TypeQuery("Patient")));
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", fault.Message, StringComparison.Ordinal);
        Assert.Empty(run.Left);
    }

    private static void Next(JsonObject bundle, string url)
    {
        var links = bundle["link"]!.AsArray();
        if (links.Count > 1)
        {
            links.RemoveAt(1);
        }

        links.Add(new JsonObject { ["relation"] = "next", ["url"] = url });
    }

    private static void AddOutcome(JsonObject bundle, string severity) => bundle["entry"]!.AsArray().Add(new JsonObject
    {
        ["resource"] = TestGp.Outcome(severity, "incomplete"),
        ["search"] = new JsonObject { ["mode"] = "outcome" },
    });
}
