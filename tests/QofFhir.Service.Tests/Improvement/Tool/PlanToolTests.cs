using System.Text.Json.Nodes;

namespace QofFhir.Service.Tests.Improvement.Tool;

/// <summary><c>qof qi</c> against a real service: a plan from its baseline to its declaration.</summary>
public sealed class PlanToolTests(RunPlans run) : IClassFixture<RunPlans>
{
    private const string By = "Ann Example";

    [Fact]
    public async Task A_plan_is_worked_on_from_its_baseline_to_its_declaration()
    {
        var baseline = run.Plan("baseline --on 2026-11-29", "--by", By).Well();
        var told = await run.Service.Json(PlanService.Plan, run.Service.Key);
        var counts = told.Measure("NSAID65")["baseline"]!;
        Assert.StartsWith($"NSAID65 {counts["numerator"]} of {counts["denominator"]}, ", baseline.Row("NSAID65"), StringComparison.Ordinal);
        Assert.All(baseline.Lines, l => Assert.True(l.Length <= 80, l));

        var patients = run.Plan("patients --measure NSAID65 --on 2026-11-29 --format csv").Well().Lines;
        Assert.Equal("measure,patient,because,lacking", patients[0]);
        Assert.Equal((int)counts["denominator"]! - (int)counts["numerator"]!, patients.Count(l => l.StartsWith("NSAID65,", StringComparison.Ordinal)));
        Assert.Contains(patients, l => l.Contains("PROTECTED does not hold, GASTRO absent", StringComparison.Ordinal));
        Assert.Contains("at risk as of 2026-11-29.", run.Plan("patients --measure NSAID65 --on 2026-11-29").Output, StringComparison.Ordinal);

        var objective = run.Write("o.json", """{ "measure": "NSAID65", "target": 0, "direction": "higher", "by": "2027-03-31", "setOn": "2026-11-29" }""");
        Assert.Equal("objectives/o1 has version 1\n", run.Plan("put objectives o1", objective, "--by", By).Well().Output);
        var measured = run.Plan("measure", "--by", By).Well();
        Assert.Contains("0 %, reached", measured.Row("NSAID65"), StringComparison.Ordinal);
        Assert.Equal("remeasured yes", measured.Row("remeasured")[.."remeasured yes".Length]);

        var chart = run.Plan("chart NSAID65").Well();
        Assert.StartsWith("NSAID65: run chart, median ", chart.Lines[0], StringComparison.Ordinal);
        Assert.Contains("█", chart.Row("2026-11"), StringComparison.Ordinal);
        Assert.All(chart.Lines, l => Assert.True(l.Length <= 80, l));

        var meeting = run.Write("m.json", """{ "on": "2026-10-14", "network": "U99999", "attendees": ["A99999", "A99998"], "learning": "Ask at every visit", "shared": true }""");
        run.Plan("put meetings m1", meeting, "--by", By).Well();
        var network = run.Qi("network U99999 --module prescribing-safety").Well();
        Assert.Contains("A99999, 2026-10-14, learning: Ask at every visit", network.Lines);
        Assert.Contains(network.Lines, l => l.Contains($"{counts["numerator"]} of {counts["denominator"]}, ", StringComparison.Ordinal));

        var declared = run.Plan("declare", "--by", By).Well();
        Assert.Contains("Declaration: declared on 2026-11-30", declared.Lines);
        Assert.StartsWith("QI002 0 10 ", declared.Row("QI002"), StringComparison.Ordinal);
        Assert.Equal("meetings/m1 is removed\n", run.Plan("remove meetings m1 --if-match 1", "--by", By).Well().Output);
        Assert.Contains("declare again", run.Plan("plan").Well().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_shows_gaps_limits_and_what_is_more_than_chance_and_fits_the_page()
    {
        run.Plan("baseline --year 2025 --on 2025-10-01", "--by", By).Well();
        var first = new DateOnly(2025, 10, 31);
        foreach (var month in Enumerable.Range(0, 14).Where(m => m != 3))
        {
            run.Plan($"measure --year 2025 --on {first.AddDays(1).AddMonths(month).AddDays(-1):yyyy-MM-dd}", "--by", By).Well();
        }

        var chart = run.Plan("chart NSAID65 --year 2025 --kind p").Well();
        Assert.StartsWith("NSAID65: p-chart, share of all counts ", chart.Lines[0], StringComparison.Ordinal);
        Assert.StartsWith("2026-01 not counted ·", chart.Row("2026-01"), StringComparison.Ordinal);
        Assert.Matches(@"^2026-11 \d+ of \d+ \d+\.\d % \d+\.\d to \d+\.\d █*", chart.Row("2026-11"));
        Assert.All(chart.Lines, l => Assert.True(l.Length <= 80, l));
        var told = JsonNode.Parse(run.Plan("chart NSAID65 --year 2025 --kind p --format json").Well().Output)!;
        Assert.Equal(told["signals"]!.AsArray().Count, chart.Lines.Count(l => l.StartsWith("  More than chance: ", StringComparison.Ordinal)));
        Assert.Equal(14, told["points"]!.AsArray().Count);
    }

    [Fact]
    public void A_text_that_another_practice_wrote_does_not_steer_the_terminal()
    {
        var meeting = run.Write("steer.json", """{ "on": "2026-10-15", "network": "U77777", "attendees": ["A99999"], "learning": "\u001b[2Jgone", "shared": true }""");
        run.PlanOf("end-of-life", "put meetings m1", meeting, "--by", By).Well();
        var network = run.Qi("network U77777 --module end-of-life").Well();
        Assert.Contains("learning:  [2Jgone", network.Output, StringComparison.Ordinal);
        Assert.Contains("Without a baseline: EOLREG, EOLPLAN, EOLSHARED, EOLCARER.", network.Lines);
    }

    [Theory]
    [InlineData("plan", PlanService.Plan)]
    [InlineData("chart NSAID65 --kind xmr", PlanService.Plan + "/charts/NSAID65?kind=xmr")]
    [InlineData("patients --measure NSAID65", PlanService.Plan + "/patients?measure=NSAID65")]
    public async Task As_json_the_tool_passes_on_what_the_service_says(string line, string address)
    {
        var said = JsonNode.Parse(run.Plan($"{line} --format json").Well().Output);
        Assert.True(JsonNode.DeepEquals(await run.Service.Json(address, run.Service.Key), said));
    }

    [Fact]
    public async Task Of_two_people_the_second_is_told_and_nothing_is_lost()
    {
        const string Module = "workforce-wellbeing";
        var field = (string)(await run.Service.Json("/qi/modules/" + Module))["template"]![0]!["id"]!;
        var first = run.Write("first.json", $$"""{ "field": "{{field}}", "value": "one" }""");
        var other = run.Write("second.json", $$"""{ "field": "{{field}}", "value": "two" }""");

        run.PlanOf(Module, "put answers a", first, "--by", By).Well();
        run.PlanOf(Module, "put answers a --if-match 1", other, "--by", By).Well();
        var behind = run.PlanOf(Module, "put answers a --if-match 1", first, "--by", By);
        Assert.Equal((5, ""), (behind.Code, behind.Output));
        Assert.Contains("version 2", behind.Error, StringComparison.Ordinal);
        Assert.Contains("\"two\"", run.PlanOf(Module, "plan --format json").Output, StringComparison.Ordinal);
        Assert.Equal(5, run.PlanOf(Module, "remove answers a --if-match 1", "--by", By).Code);

        Assert.Equal(5, run.PlanOf(Module, "declare --if-match 1", "--by", By).Code);
        run.PlanOf(Module, "declare --if-match 2", "--by", By).Well();
    }
}
