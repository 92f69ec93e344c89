using System.Net;
using System.Text.Json.Nodes;
using QofFhir.Service.Tests.Access;

namespace QofFhir.Service.Tests.Payments;

/// <summary>Statements of an aggregator over HTTP; each database runs all of them.</summary>
public abstract class PaymentTests(AggregatorService aggregator) : IClassFixture<AggregatorService>
{
    /// <summary>Settings of the database.</summary>
    private protected abstract string[] Store { get; }

    [Fact]
    public async Task A_run_states_every_practice_that_reports_and_adds_up_to_the_penny()
    {
        await using var ledger = await Filled();
        var run = await ledger.Run();
        Assert.Equal((4, 3, 3, true), ((int)run["expected"]!, (int)run["members"]!, run["statements"]!.AsArray().Count, (bool)run["reconciled"]!));
        Assert.Equal(["A81003: no live report of this date was collected"], run["leftOut"]!.AsArray().Select(l => $"{l!["practice"]}: {l["why"]}"));
        Assert.Equal(["B99999"], run["statements"]!.AsArray().Where(s => s!["stranger"] is not null).Select(s => (string)s!["practice"]!));

        // National prevalence is exactly the two sums.
        var diabetes = run["national"]!["groups"]!.AsArray().Single(g => (string)g!["group"]! == "Diabetes mellitus")!;
        Assert.Equal((400 + 700 + 90, 9000 + 12000 + 2000, 3), ((long)diabetes["register"]!, (long)diabetes["list"]!, (int)diabetes["practices"]!));

        var (total, numerators) = (0m, 0L);
        foreach (var practice in new[] { "A81001", "A81002", "B99999" })
        {
            var statement = await ledger.Statement(practice, 1);
            total += (decimal)statement["pounds"]!;
            var indicator = statement["inputs"]!["indicators"]!.AsArray().Single(i => (string)i!["id"]! == "DM020")!;
            numerators += practice[0] == 'A' ? (long)indicator["counts"]!["numerator"]! : 0;
            var group = statement["outcome"]!["groups"]!.AsArray().Single(g => (string)g!["name"]! == "Diabetes mellitus")!;
            var (list, register) = practice switch { "A81001" => (9000m, 400m), "A81002" => (12000m, 700m), _ => (2000m, 90m) };
            var expected = Math.Round((decimal)group["points"]!["value"]! * 227.95m * (list / 10349m) * (register / list / (1190m / 23000m)), 2, MidpointRounding.AwayFromZero);
            Assert.Equal(expected, (decimal)group["pounds"]!["value"]!);
        }

        Assert.Equal(total, (decimal)run["pounds"]!);
        var rollup = await ledger.Service.Json($"/rollups/E92000001?framework={Ledger.Framework}&on={Ledger.Day}&indicator=DM020", ledger.Payer);
        Assert.Equal((long)rollup["indicators"]![0]!["counts"]!["numerator"]!, numerators);
        Assert.Equal(250 + 600, numerators);

        // Again nothing is new, and the run is told as it was.
        var again = await ledger.Run();
        Assert.Equal((0, total, true), ((int)again["new"]!, (decimal)again["pounds"]!, (bool)again["reconciled"]!));
        Assert.Equal([2, 1], (await ledger.Service.Json("/payments/runs", ledger.Payer))["runs"]!.AsArray().Select(r => (int)r!["id"]!));
        Assert.True(JsonNode.DeepEquals(run, await ledger.Service.Json("/payments/runs/1", ledger.Payer)));
        Assert.Single(await ledger.Statements("A81001"));
    }

    [Fact]
    public async Task A_changed_report_outdates_a_statement_and_the_next_one_corrects_it()
    {
        await using var ledger = await Filled();
        await ledger.Run();
        Assert.Equal(HttpStatusCode.OK, await ledger.Step(1, "declare", ledger.Practice));
        ledger.Change("A81001", "DM020", 320);
        var outdated = (await ledger.Statements("A81001"))[0]!;
        Assert.True((bool)outdated["outdated"]!);
        var change = outdated["changes"]!.AsArray().Single()!;
        Assert.Equal(("DM020", "250 of 400", "320 of 400"), ((string)change["indicator"]!, ((string)change["before"]!)[..10], ((string)change["after"]!)[..10]));
        Assert.Equal(HttpStatusCode.Conflict, await ledger.Step(1, "approve", ledger.Payer));

        // Its own practice may ask for the correction, and it is numbered on.
        var (status, second) = await ledger.Make("A81001", ledger.Practice);
        Assert.Equal((HttpStatusCode.Created, 2, 1), (status, (int)second!["number"]!, (int)second["supersedes"]!["number"]!));
        Assert.Equal((decimal)second["pounds"]! - (decimal)outdated["pounds"]!, (decimal)second["supersedes"]!["difference"]!);
        Assert.False((bool)second["outdated"]!);
        Assert.Equal(HttpStatusCode.OK, (await ledger.Make("A81001")).Status);
        Assert.Equal(HttpStatusCode.Conflict, await ledger.Step(1, "approve", ledger.Payer));
        Assert.Equal([2, 1], (await ledger.Statements("A81001")).Select(s => (int)s!["number"]!));
        Assert.Equal(2, (int)(await ledger.Statement("A81001", 1))["supersededBy"]!);
        Assert.Equal("declared", (string)(await ledger.Statement("A81001", 1))["state"]!);

        // The others are as they were: national prevalence counts registers, not achievement.
        var run = await ledger.Run();
        Assert.Equal((0, true), ((int)run["new"]!, (bool)run["reconciled"]!));
    }

    [Fact]
    public async Task A_correction_after_payment_carries_the_difference_to_what_was_paid_up_or_down()
    {
        await using var ledger = await Filled();
        await ledger.Run();
        await ledger.Settle(1);
        var first = (decimal)(await ledger.Statement("A81001", 1))["pounds"]!;
        ledger.Change("A81001", "DM020", 360);
        await ledger.Run();
        var second = await ledger.Statement("A81001", 2);
        Assert.Equal((first, (decimal)second["pounds"]! - first), ((decimal)second["paidBefore"]!, (decimal)second["balance"]!));
        Assert.True((decimal)second["balance"]! > 0);

        Assert.Equal(HttpStatusCode.OK, await ledger.Step(2, "declare", ledger.Practice));
        Assert.Equal(HttpStatusCode.OK, await ledger.Step(2, "approve", ledger.Payer));
        Assert.Equal(HttpStatusCode.Conflict, await ledger.Step(2, "pay", ledger.Payer, new { amount = (decimal)second["pounds"]!, on = "2027-07-31" }));
        Assert.Equal(HttpStatusCode.BadRequest, await ledger.Step(2, "pay", ledger.Payer, new { amount = (decimal)second["balance"]! + 10, advance = -10, on = "2027-07-31" }));
        Assert.Equal(HttpStatusCode.OK, await ledger.Step(2, "pay", ledger.Payer, new { amount = (decimal)second["balance"]! - 10, advance = 10, on = "2027-07-31" }));

        ledger.Change("A81001", "DM020", 260);
        await ledger.Run();
        var third = await ledger.Statement("A81001", 3);
        Assert.Equal(((decimal)second["pounds"]!, true), ((decimal)third["paidBefore"]!, (bool)third["toBeRepaid"]!));
        await ledger.Settle(3);
        var steps = (await ledger.Statement("A81001", 3))["steps"]!.AsArray();
        Assert.Equal(["declare", "approve", "pay"], steps.Select(s => (string)s!["step"]!));
        Assert.True((decimal)steps[2]!["amount"]! < 0);
    }

    [Fact]
    public async Task Steps_come_in_their_order_once_and_by_two_clients()
    {
        await using var ledger = await Filled();
        await ledger.Run();
        var sum = new { amount = 1m, on = "2027-06-30" };
        Assert.Equal(HttpStatusCode.Conflict, await ledger.Step(1, "approve", ledger.Payer));
        Assert.Equal(HttpStatusCode.Conflict, await ledger.Step(1, "return", ledger.Payer, new { reason = "evidence-missing" }));
        Assert.Equal(HttpStatusCode.Conflict, await ledger.Step(1, "pay", ledger.Payer, sum));
        Assert.Equal(HttpStatusCode.Forbidden, await ledger.Step(1, "declare", ledger.Payer));
        Assert.Equal(HttpStatusCode.OK, await ledger.Step(1, "declare", ledger.Practice));
        Assert.Equal(HttpStatusCode.Conflict, await ledger.Step(1, "declare", ledger.Practice));
        Assert.Equal(HttpStatusCode.BadRequest, await ledger.Step(1, "return", ledger.Payer, new { reason = "I do not like it" }));
        Assert.Equal(HttpStatusCode.OK, await ledger.Step(1, "return", ledger.Payer, new { reason = "evidence-missing" }));
        Assert.Equal("returned", (string)(await ledger.Statement("A81001", 1))["state"]!);
        Assert.Equal(HttpStatusCode.OK, await ledger.Step(1, "declare", ledger.Service.Key));
        Assert.True((bool)(await ledger.Statement("A81001", 1))["steps"]![2]!["onBehalf"]!);

        var (status, said) = await ledger.Send(HttpMethod.Post, "/payments/A81001/statements/1/pay", ledger.Payer, sum);
        Assert.Equal((HttpStatusCode.Conflict, "declared"), (status, (string)said!["statement"]!["state"]!));
        Assert.Equal(HttpStatusCode.Forbidden, await ledger.Step(1, "approve", ledger.Practice));
        Assert.Equal(HttpStatusCode.OK, await ledger.Step(1, "approve", ledger.Payer));
        Assert.Equal(HttpStatusCode.Conflict, await ledger.Step(1, "return", ledger.Payer, new { reason = "evidence-missing" }));
        Assert.Equal(HttpStatusCode.Conflict, await ledger.Step(1, "approve", ledger.Payer));
        Assert.Equal(HttpStatusCode.NotFound, await ledger.Step(9, "approve", ledger.Payer));

        // The same client under two roles is still one client.
        Assert.Equal(HttpStatusCode.OK, await ledger.Step(1, "declare", ledger.Token("practice", "A81002", "both"), practice: "A81002"));
        Assert.Equal(HttpStatusCode.Conflict, await ledger.Step(1, "approve", ledger.Token("payer", null, "both"), practice: "A81002"));
        Assert.Equal(HttpStatusCode.OK, await ledger.Step(1, "approve", ledger.Payer, practice: "A81002"));
    }

    [Fact]
    public async Task Of_many_at_once_one_wins()
    {
        await using var ledger = await Filled();
        await ledger.Run();
        var balance = (decimal)(await ledger.Statement("A81001", 1))["balance"]!;
        foreach (var (step, token, body) in new (string, string, object?)[]
        {
            ("declare", ledger.Practice, null), ("approve", ledger.Payer, null), ("pay", ledger.Payer, new { amount = balance, on = "2027-06-30" }),
        })
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => ledger.Step(1, step, token, body))));
            Assert.Equal((1, 15), (answers.Count(a => a == HttpStatusCode.OK), answers.Count(a => a == HttpStatusCode.Conflict)));
        }

        ledger.Change("A81001", "DM020", 300);
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () => i % 2 == 0 ? (await ledger.Make("A81001")).Status : (await ledger.Run()) is null ? default : HttpStatusCode.OK)));
        Assert.All(made, s => Assert.True(s is HttpStatusCode.OK or HttpStatusCode.Created, s.ToString()));
        Assert.Equal([2, 1], (await ledger.Statements("A81001")).Select(s => (int)s!["number"]!));
        Assert.Equal(balance, (decimal)(await ledger.Statement("A81001", 2))["paidBefore"]!);
    }

    [Fact]
    public async Task National_prevalence_is_supplied_or_kept_from_a_run()
    {
        await using var ledger = await Filled();
        var given = await ledger.Run(new Dictionary<string, object> { ["Diabetes mellitus"] = new { register = 7, list = 100, on = "2027-03-31" } });
        Assert.Equal(("supplied", 1), ((string)given["national"]!["from"]!, given["national"]!["groups"]!.AsArray().Count));
        ledger.Add("DM_REG", "A81003", 100, null, 1000);
        var kept = await ledger.Run(nationalOf: 1);
        Assert.Equal((1, true), ((int)kept["new"]!, (bool)kept["reconciled"]!));
        var summed = await ledger.Run();
        Assert.Equal(4, (int)summed["new"]!);
        foreach (var wrong in new[]
        {
            """{"framework":"qof-england-2026-27","achievementDate":"2027-03-31","nationl":{}}""", """{"framework":"qof-england-2026-27","achievementDate":"2027-04-01"}""",
            """{"framework":"qof-scotland","achievementDate":"2027-03-31"}""", """{"framework":"qof-england-2026-27","achievementDate":"2027-03-31","nationalOf":99}""",
            """{"framework":"qof-england-2026-27","achievementDate":"2027-03-31","national":{"Diabetes mellitus":{"register":7,"list":6}}}""",
            """{"framework":"qof-england-2026-27","achievementDate":"2027-03-31","national":{"Diabetes":{"register":7,"list":60}}}""",
            """{"framework":"qof-england-2026-27","achievementDate":"2027-03-31","national":{"Diabetes mellitus":{"register":1,"list":9223372036854775807}}}""", "[]", "{", "null",
        })
        {
            var (status, said) = await ledger.Send(HttpMethod.Post, "/payments/runs", ledger.Payer, wrong);
            Assert.Equal((HttpStatusCode.BadRequest, wrong), (status, wrong));
            Assert.DoesNotContain("nationl", (string)said!["detail"]!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_year_is_paid_once_so_a_later_date_supersedes_and_an_earlier_one_is_left_out()
    {
        await using var ledger = await Filled();
        ledger.Add("DM020", "A81001", 380, 200, 8900, achieved: "2026-11-30");
        ledger.Add("DM_REG", "A81001", 380, null, 8900, achieved: "2026-11-30");
        await ledger.Run(achieved: "2026-11-30");
        await ledger.Settle(1);
        await ledger.Run();
        var second = await ledger.Statement("A81001", 2);
        Assert.Equal((decimal)second["pounds"]! - (decimal)(await ledger.Statement("A81001", 1))["pounds"]!, (decimal)second["balance"]!);
        var earlier = await ledger.Run(achieved: "2026-11-30");
        Assert.Contains("statement 2 of the later date 2027-03-31 stands", (string)earlier["leftOut"]!.AsArray().Single(l => (string)l!["practice"]! == "A81001")!["why"]!, StringComparison.Ordinal);
        Assert.True((bool)earlier["reconciled"]!);
    }

    [Fact]
    public async Task Lists_that_disagree_leave_a_practice_out_and_it_is_told()
    {
        await using var ledger = await Filled();
        ledger.Add("COPD_REG", "A81002", 10, null, 11999);
        var run = await ledger.Run();
        Assert.Contains("its reports tell different list sizes: 11999, 12000", (string)run["leftOut"]!.AsArray().Single(l => (string)l!["practice"]! == "A81002")!["why"]!, StringComparison.Ordinal);
        Assert.Equal((2, true), (run["statements"]!.AsArray().Count, (bool)run["reconciled"]!));
        Assert.Equal(9000 + 2000, (long)run["national"]!["groups"]!.AsArray().Single(g => (string)g!["group"]! == "Diabetes mellitus")!["list"]!);
    }

    [Fact]
    public async Task Counts_by_other_rules_than_the_years_are_provisional()
    {
        await using var ledger = await Filled();
        ledger.Add("AST_REG", "A81001", 400, null, 9000, rules: "50.0");
        ledger.Add("AST015", "A81001", 400, 300, 9000, rules: "50.0");
        await ledger.Run();
        var statement = await ledger.Statement("A81001", 1);
        var asthma = statement["outcome"]!["indicators"]!.AsArray().Single(i => (string)i!["name"]! == "AST015")!;
        Assert.True((bool)asthma["points"]!["provisional"]!);
        Assert.Equal(["AST015"], statement["inputs"]!["indicators"]!.AsArray().Where(i => ((string?)i!["mayChange"])?.StartsWith("counted by rules 50.0, and the year's are 51.2", StringComparison.Ordinal) == true).Select(i => (string)i!["id"]!));
    }

    [Fact]
    public async Task Runs_are_not_kept_on_the_way()
    {
        await using var ledger = await Filled();
        await ledger.Run();
        foreach (var address in new[] { "/payments/runs", "/payments/runs/1" })
        {
            using var answer = await ledger.Service.Get(address, ledger.Payer);
            Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        }
    }

    [Fact]
    public async Task Attestations_come_from_the_completion_of_modules()
    {
        await using var ledger = await Filled();
        const string framework = "qof-england-2019-20";
        ledger.Add("DM_REG", "A81001", 400, null, 9000, framework, "2020-03-31", "2019-04-01");
        ledger.Add("QI001", "A81001", 1, 1, null, "prescribing-safety-completion", "2020-03-20", "2019-04-01");
        ledger.Add("QI002", "A81001", 1, 0, null, "prescribing-safety-completion", "2020-03-20", "2019-04-01");
        ledger.Add("QI003", "A81001", 1, 1, null, "end-of-life-completion", "2020-04-01", "2019-04-01");
        var (status, run) = await ledger.Send(HttpMethod.Post, "/payments/runs", ledger.Payer, new { framework, achievementDate = "2020-03-31" });
        Assert.True(status == HttpStatusCode.Created, run?.ToString());
        var lines = (await ledger.Statement("A81001", 1))["outcome"]!["indicators"]!.AsArray().ToDictionary(i => (string)i!["name"]!, i => (decimal?)i!["points"]!["value"]);
        Assert.Equal((27m, 0m, null), (lines["QI001"], lines["QI002"], lines["QI003"]));
        ledger.Change("A81001", "QI002", 1);
        Assert.Equal(["QI002: no, yes"], (await ledger.Service.Json($"/payments/A81001?framework={framework}", ledger.Payer))["statements"]![0]!["changes"]!.AsArray().Select(c => $"{c!["indicator"]}: {c["before"]}, {c["after"]}"));
    }

    [Fact]
    public async Task A_statement_is_read_as_a_page_and_as_a_table_and_worked_out_again()
    {
        await using var ledger = await Filled();
        await ledger.Run();
        foreach (var (type, begins) in new[] { ("text/html", "<!doctype html>"), ("text/csv", "practice,"), ("application/json", "{"), ("text/html;q=0.5,text/csv", "practice,") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/payments/a81001/statements/1");
            request.Headers.Authorization = new("Bearer", ledger.Practice);
            request.Headers.TryAddWithoutValidation("Accept", type);
            using var answer = await ledger.Service.Http.SendAsync(request);
            Assert.StartsWith(begins, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        var again = await ledger.Service.Json("/payments/A81001/statements/1/again", ledger.Practice);
        Assert.True((bool)again["equal"]!, again.ToJsonString());
        Assert.Equal((decimal)again["kept"]!["pounds"]!, (decimal)again["again"]!["pounds"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await ledger.Service.Get("/payments/A81002/statements/1", ledger.Practice)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ledger.Service.Get("/payments/A81002", ledger.Practice)).StatusCode);
    }

    private async Task<Ledger> Filled() => await new Ledger(await aggregator.Start(Store), aggregator).Filled();
}
