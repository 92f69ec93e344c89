using QofFhir.Extraction;

namespace QofFhir.Tests.Extraction;

public sealed class SearchByCodeTests
{
    private const string Sct = "http://snomed.info/sct|";

    private static async Task<TestGp> Gp() => (await TestGp.Start())
        .With("Condition", "a", "1").With("Condition", "b", "2").With("Condition", "c", "3").With("Condition", "z", "9");

    [Fact]
    public async Task A_value_set_that_the_server_knows_is_asked_by_its_address()
    {
        await using var gp = await Gp();
        gp.ValueSets["http://vs/one"] = [Sct + "1", Sct + "2", Sct + "3"];
        using var run = new ExtractionRun();
        var result = await run.Of(gp, ExtractionRun.Coded("Condition", "1", "2", "3"));
        Assert.Equal(["a", "b", "c"], run.Ids("Condition"));
        Assert.Equal(0, gp.Asked("POST"));
        Assert.Empty(result.NotHonoured);
        Assert.Equal(3, result.Counts["Condition"]);
    }

    [Fact]
    public async Task Where_value_sets_are_refused_codes_are_posted_in_chunks_and_value_sets_not_asked_again()
    {
        await using var gp = await Gp();
        gp.With("Procedure", "p", "3").RefusedParameters.Add("code:in");
        using var run = new ExtractionRun();
        var result = await run.Of(gp, ExtractionRun.Coded("Condition", "1", "2", "3"), ExtractionRun.Coded("Procedure", "1", "2", "3"));
        Assert.Equal(["a", "b", "c"], run.Ids("Condition"));
        Assert.Equal(["p"], run.Ids("Procedure"));
        Assert.Equal(1, gp.Requests.Count(r => r.EndsWith("code:in", StringComparison.Ordinal)));
        Assert.Equal(2, gp.Asked("POST Condition/_search"));
        Assert.Contains(result.NotHonoured, n => n.Contains("HTTP 400 (error not-supported)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_ignores_value_sets_is_noticed_by_its_self_link_and_sent_codes()
    {
        await using var gp = await Gp();
        gp.IgnoredParameters.Add("code:in");
        using var run = new ExtractionRun();
        var result = await run.Of(gp, ExtractionRun.Coded("Condition", "1", "2", "3"));
        Assert.Equal(["a", "b", "c"], run.Ids("Condition"));
        Assert.Contains(result.NotHonoured, n => n.Contains("(ignored)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_gives_nothing_for_a_value_set_it_does_not_know_loses_nothing()
    {
        await using var gp = await Gp();
        using var run = new ExtractionRun();
        var result = await run.Of(gp, ExtractionRun.Coded("Condition", "1", "2", "3"));
        Assert.Equal(["a", "b", "c"], run.Ids("Condition"));
        Assert.Contains(result.NotHonoured, n => n.Contains("nothing instead of an error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Codes_sent_for_value_sets_that_were_all_silent_are_not_sent_again()
    {
        await using var gp = await Gp();
        using var run = new ExtractionRun();
        await run.Of(gp, ExtractionRun.Coded("Condition", "1", "2", "3"));
        Assert.Equal(["GET metadata", "GET Condition code:in", "POST Condition/_search code", "POST Condition/_search code"], gp.Requests);
    }

    [Fact]
    public async Task Where_value_sets_give_nothing_and_codes_are_refused_the_whole_type_is_fetched()
    {
        await using var gp = await Gp();
        gp.RefusedParameters.Add("code");
        using var run = new ExtractionRun();
        var result = await run.Of(gp, ExtractionRun.Coded("Condition", "1", "2", "3"));
        Assert.Equal(["a", "b", "c", "z"], run.Ids("Condition"));
        Assert.Contains(result.NotHonoured, n => n.Contains("fetched whole", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_codes_of_one_search_fit_the_address_of_the_next_page()
    {
        var codes = Enumerable.Range(0, 200).Select(n => $"{999_000_000_000_000_000 + n}").ToArray();
        await using var gp = await Gp();
        foreach (var code in codes)
        {
            gp.With("Condition", "c" + code, code);
        }

        using var run = new ExtractionRun { Settings = new ExtractionSettings { PageSize = 50 } };
        await run.Of(gp, ExtractionRun.Coded("Condition", codes));
        Assert.Equal(codes.Select(c => "c" + c), run.Ids("Condition"));
    }

    [Fact]
    public async Task A_server_that_ignores_the_code_gives_the_whole_type_once_and_not_once_a_chunk()
    {
        await using var gp = await Gp();
        gp.IgnoredParameters.UnionWith(["code", "code:in"]);
        using var run = new ExtractionRun { Settings = new ExtractionSettings { PageSize = 10, CodesPerSearch = 1 } };
        var result = await run.Of(gp, ExtractionRun.Coded("Condition", "1", "2", "3"));
        Assert.Equal(["a", "b", "c", "z"], run.Ids("Condition"));
        Assert.Equal(["GET metadata", "GET Condition code:in", "POST Condition/_search code", "GET Condition"], gp.Requests);
        Assert.Contains(result.NotHonoured, n => n.Contains("fetched whole", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_ignores_the_code_without_a_word_is_noticed_by_its_sameness()
    {
        await using var gp = await Gp();
        gp.IgnoredParameters.UnionWith(["code", "code:in"]);
        gp.Change = (_, bundle) => bundle["link"]!.AsArray().RemoveAt(0);
        using var run = new ExtractionRun { Settings = new ExtractionSettings { PageSize = 10, CodesPerSearch = 1 } };
        var query = ExtractionRun.Coded("Condition", "1", "2", "3", "4", "5", "6");
        var result = await run.Of(gp, query with { Codes = [.. query.Codes, query.Codes[0] with { ValueSet = "http://vs/two" }] });
        Assert.Equal(["a", "b", "c", "z"], run.Ids("Condition"));
        Assert.Equal(2, gp.Asked("GET Condition code:in"));
        Assert.Equal(2, gp.Asked("POST Condition/_search"));
        Assert.Contains(result.NotHonoured, n => n.Contains("without a word", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_refuses_the_code_gives_the_whole_type()
    {
        await using var gp = await Gp();
        gp.RefusedParameters.UnionWith(["code", "code:in"]);
        using var run = new ExtractionRun();
        await run.Of(gp, ExtractionRun.Coded("Condition", "1"));
        Assert.Equal(["a", "b", "c", "z"], run.Ids("Condition"));
    }

    [Fact]
    public async Task The_next_parameter_is_asked_when_the_server_does_not_take_the_best_one()
    {
        await using var gp = await Gp();
        gp.With("Observation", "o", "1").With("Observation", "x", "9").RefusedParameters.UnionWith(["combo-code", "combo-code:in"]);
        using var run = new ExtractionRun();
        await run.Of(gp, ExtractionRun.Coded("Observation", "1") with { CodeParameters = ["combo-code", "code"] });
        Assert.Equal(["o"], run.Ids("Observation"));
    }

    [Fact]
    public async Task Prescriptions_that_refer_to_a_medicine_are_found_through_it()
    {
        await using var gp = await Gp();
        gp.With("Medication", "m", "1").With("Medication", "n", "9")
            .WithReference("MedicationRequest", "r", "medicationReference", "Medication/m")
            .WithReference("MedicationRequest", "s", "medicationReference", "Medication/n")
            .With("MedicationRequest", "t", "1");
        using var run = new ExtractionRun();
        var requests = ExtractionRun.Coded("MedicationRequest", "1") with { RefersTo = new ReferenceFilter("medication", "Medication") };
        await run.Of(gp, ExtractionRun.Coded("Medication", "1"), requests);
        Assert.Equal(["m"], run.Ids("Medication"));
        Assert.Equal(["r"], run.Ids("MedicationRequest").Except(["t"]));
    }
}
