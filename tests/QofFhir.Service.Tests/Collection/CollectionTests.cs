using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using QofFhir.Fhir.Reading.Reports;
using QofFhir.Service.Collection;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Tests.Collection;

/// <summary>What a client that submits sees, whichever database there is. Each test has practices of its own.</summary>
public abstract class CollectionTests(AggregatorService aggregator)
{
    [Fact]
    public async Task A_report_is_created_then_unchanged_then_replaced_and_an_older_one_is_a_conflict()
    {
        var report = new ReportText("C10001");
        var created = await aggregator.Post(report.Json());
        Assert.True((created.Status, created.ETag) == (201, "W/\"1\""), created.Body!.ToJsonString());
        Assert.EndsWith($"/fhir/MeasureReport/{report.Id}/_history/1", created.Location, StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero), created.Modified);
        Assert.Equal("1 1 0 0 0 0", await aggregator.Receipt(created));

        var again = await aggregator.Post((report with { Computed = "2026-11-29T13:00:00Z" }).Json());
        Assert.Equal((200, "W/\"1\""), (again.Status, again.ETag));
        Assert.Contains("Unchanged", again.Text, StringComparison.Ordinal);
        Assert.Equal("1 0 0 1 0 0", await aggregator.Receipt(again));

        // Between the two moments at which the live content was computed.
        var between = await aggregator.Post((report with { Computed = "2026-11-29T12:30:00Z", Numerator = 41 }).Json());
        Assert.Equal((409, "conflict"), (between.Status, between.Codes.Single()));
        Assert.Contains("2026-11-29T13:00:00Z", between.Text, StringComparison.Ordinal);
        Assert.Equal("1 0 0 0 1 0", await aggregator.Receipt(between));

        var newer = await aggregator.Post((report with { Computed = "2026-11-29T14:00:00Z", Numerator = 42 }).Json());
        Assert.Equal((200, "W/\"2\""), (newer.Status, newer.ETag));
        Assert.Equal("1 0 1 0 0 0", await aggregator.Receipt(newer));

        var live = await aggregator.Json($"/fhir/MeasureReport/{report.Id}");
        Assert.Equal((report.Id, "2", 42), ((string)live["id"]!, (string)live["meta"]!["versionId"]!, (int)live["group"]![0]!["population"]![4]!["count"]!));
        Assert.Equal(40, (int)(await aggregator.Json($"/fhir/MeasureReport/{report.Id}/_history/1"))["group"]![0]!["population"]![4]!["count"]!);
        var history = await aggregator.Json($"/fhir/MeasureReport/{report.Id}/_history");
        Assert.Equal(["2", "1"], history["entry"]!.AsArray().Select(e => (string)e!["resource"]!["meta"]!["versionId"]!));
    }

    [Fact]
    public async Task Among_reports_of_one_moment_the_newer_rules_count_and_a_rerun_by_them_leaves_one_live_report()
    {
        var report = new ReportText("C10002");
        await aggregator.Post((report with { Version = "51.9" }).Json());
        var newer = await aggregator.Post((report with { Version = "51.10" }).Json());
        Assert.Equal((200, "W/\"2\""), (newer.Status, newer.ETag));
        Assert.Contains("another version of the measure", newer.Text, StringComparison.Ordinal);
        Assert.Equal(409, (await aggregator.Post((report with { Version = "51.9", Numerator = 1 }).Json())).Status);
        var found = await aggregator.Json("/fhir/MeasureReport?reporter=Organization/C10002");
        Assert.EndsWith("|51.10", (string)found["entry"]!.AsArray().Single()!["resource"]!["measure"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_names_the_report_by_identifier_or_id_and_the_version_that_it_replaces()
    {
        var report = new ReportText("C10003");
        var address = $"/fhir/MeasureReport?identifier={Uri.EscapeDataString("https://qoffhir.example.org/Id/measure-report|" + report.Identity)}";
        Assert.Equal(201, (await aggregator.Send(HttpMethod.Put, address, report.Json().ToJsonString())).Status);
        Assert.Equal(400, (await aggregator.Send(HttpMethod.Put, address, new ReportText("C10004").Json().ToJsonString())).Status);
        Assert.Equal(400, (await aggregator.Send(HttpMethod.Put, "/fhir/MeasureReport?reporter=C10003", report.Json().ToJsonString())).Status);

        var second = (report with { Computed = "2026-11-29T14:00:00Z", Numerator = 1 }).Json().ToJsonString();
        Assert.Equal(412, (await Put(report.Id, second, "W/\"7\"")).Status);
        Assert.Equal(200, (await Put(report.Id, second, "W/\"1\"")).Status);
        Assert.Equal(400, (await Put(report.Id, second, "latest")).Status);
        Assert.Equal(400, (await Put(new ReportText("C10004").Id, second, null)).Status);
        var none = await Put(new ReportText("C10004").Id, new ReportText("C10004").Json().ToJsonString(), "W/\"1\"");
        Assert.Equal(412, none.Status);
        Assert.Equal("1 0 0 0 0 1", await aggregator.Receipt(none));

        Task<AggregatorService.Answer> Put(string id, string body, string? match) => aggregator.Send(
            HttpMethod.Put, "/fhir/MeasureReport/" + id, body, "application/fhir+json", match is null ? [] : [("If-Match", match)]);
    }

    [Fact]
    public async Task The_answer_is_what_the_client_prefers()
    {
        var report = new ReportText("C10005").Json().ToJsonString();
        Assert.Null((await Preferring("return=minimal")).Body);
        Assert.Equal("MeasureReport", (string)(await Preferring("return=representation")).Body!["resourceType"]!);
        Assert.Equal("OperationOutcome", (string)(await Preferring("return=OperationOutcome")).Body!["resourceType"]!);

        Task<AggregatorService.Answer> Preferring(string what) => aggregator.Send(HttpMethod.Post, "/fhir/MeasureReport", report, "application/fhir+json", ("Prefer", what));
    }

    [Fact]
    public async Task A_transaction_is_taken_whole_and_an_older_report_in_it_costs_the_others_nothing()
    {
        await aggregator.Post((new ReportText("C10006") { Computed = "2026-11-29T20:00:00Z" }).Json());
        await aggregator.Post(new ReportText("C10006") { Indicator = "DM021" }.Json());
        var taken = await aggregator.Transaction(
            (new ReportText("C10006") { Numerator = 1 }).Entry(), new ReportText("C10006") { Indicator = "DM021" }.Entry(), new ReportText("C10006") { Indicator = "DM034" }.Entry());
        Assert.Equal(200, taken.Status);
        Assert.Equal(["200", "200", "201"], taken.Body!["entry"]!.AsArray().Select(e => (string)e!["response"]!["status"]!));
        Assert.Contains("A newer report is held, computed 2026-11-29T20:00:00Z", taken.Body["entry"]![0]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("3 1 0 1 1 0", await aggregator.Receipt(taken));
    }

    [Fact]
    public async Task A_transaction_with_a_fault_is_refused_whole_and_every_fault_is_told_with_its_place()
    {
        var (bad, worse) = (new ReportText("C10007") { Numerator = 99 }, new ReportText("C10007") { Indicator = "DM021", Population = -1 });
        var refused = await aggregator.Transaction(new ReportText("C10007") { Indicator = "DM034" }.Entry(), bad.Entry(), worse.Entry());
        Assert.Equal(422, refused.Status);
        var places = refused.Body!["issue"]!.AsArray().Select(i => (string)i!["expression"]![0]!).ToArray();
        Assert.Contains("Bundle.entry[1].resource.group[0].population", places);
        Assert.Contains("Bundle.entry[2].resource.group[0].population[0].count", places);
        Assert.Equal("3 0 0 0 0 3", await aggregator.Receipt(refused));
        Assert.Equal(0, (int)(await aggregator.Json("/fhir/MeasureReport?reporter=C10007"))["total"]!);

        var batch = await aggregator.Send(HttpMethod.Post, "/fhir", ReportText.Bundle("batch", new ReportText("C10007") { Indicator = "DM034" }.Entry(), bad.Entry()).ToJsonString());
        Assert.Equal(["201", "422"], batch.Body!["entry"]!.AsArray().Select(e => (string)e!["response"]!["status"]!));
        Assert.Equal("2 1 0 0 0 1", await aggregator.Receipt(batch));
    }

    [Fact]
    public async Task The_same_report_twice_in_a_transaction_is_a_fault_and_in_a_batch_none()
    {
        var report = new ReportText("C10008");
        Assert.Equal("duplicate", (await aggregator.Transaction(report.Entry(), report.Entry())).Codes.Single());
        var batch = await aggregator.Send(HttpMethod.Post, "/fhir", ReportText.Bundle("batch", report.Entry(), report.Entry(), (report with { Computed = "2026-11-29T15:00:00Z", Numerator = 3 }).Entry()).ToJsonString());
        Assert.Equal("3 1 1 1 0 0", await aggregator.Receipt(batch));
    }

    [Fact]
    public async Task Data_is_submitted_as_R4_and_as_DEQM_have_it()
    {
        var one = Parameters(("measureReport", new ReportText("C10009").Json()), ("resource", new JsonObject { ["resourceType"] = "Organization", ["id"] = "C10009" }));
        var taken = await aggregator.Send(HttpMethod.Post, "/fhir/Measure/$submit-data", one);
        Assert.Equal(200, taken.Status);
        Assert.Equal("1 1 0 0 0 0", await aggregator.Receipt(taken));
        var later = Parameters(
            ("bundle", ReportText.Bundle("collection", new JsonObject { ["resource"] = new ReportText("C10010").Json() })), ("measureReport", new ReportText("C10011").Json()));
        Assert.Equal("2 2 0 0 0 0", await aggregator.Receipt(await aggregator.Send(HttpMethod.Post, "/fhir/Measure/qof-england-2026-27-dm020/$submit-data", later)));
        Assert.Equal(422, (await aggregator.Send(HttpMethod.Post, "/fhir/Measure/qof-england-2026-27-dm021/$submit-data", later)).Status);
        Assert.Equal(409, (await aggregator.Send(HttpMethod.Post, "/fhir/Measure/$submit-data", Parameters(("measureReport", (new ReportText("C10009") { Computed = "2026-11-01T00:00:00Z", Numerator = 2 }).Json())))).Status);
        Assert.Equal(400, (await aggregator.Send(HttpMethod.Post, "/fhir/Measure/$submit-data", Parameters())).Status);
        Assert.Equal(422, (await aggregator.Send(HttpMethod.Post, "/fhir/Measure/$submit-data", Parameters(
            ("measureReport", new ReportText("C10012").Json()), ("resource", new JsonObject { ["resourceType"] = "Observation" })))).Status);

        static string Parameters(params (string Name, JsonObject Resource)[] parts) => new JsonObject
        {
            ["resourceType"] = "Parameters",
            ["parameter"] = new JsonArray([.. parts.Select(p => new JsonObject { ["name"] = p.Name, ["resource"] = p.Resource })]),
        }.ToJsonString();
    }

    [Fact]
    public async Task What_is_about_patients_is_refused_alone_whatever_else_is_wrong_and_nothing_of_it_is_kept()
    {
        var report = new ReportText("C10013").Json();
        report["type"] = "individual";
        report["subject"] = new JsonObject { ["reference"] = "Patient/secret" };
        report.Remove("date");
        var alone = await aggregator.Post(report);
        Assert.Equal((422, 1), (alone.Status, alone.Codes.Length));
        Assert.DoesNotContain("secret", alone.Body!.ToJsonString() + (await aggregator.Json("/submissions")).ToJsonString(), StringComparison.Ordinal);
        var patient = new JsonObject { ["resource"] = new JsonObject { ["resourceType"] = "Patient", ["id"] = "secret" }, ["request"] = new JsonObject { ["method"] = "POST", ["url"] = "Patient" } };
        var beside = await aggregator.Transaction(new ReportText("C10013").Entry(), patient);
        Assert.Equal((422, 1), (beside.Status, beside.Codes.Length));
        Assert.Equal(0, (int)(await aggregator.Json("/fhir/MeasureReport?reporter=C10013"))["total"]!);
    }

    [Fact]
    public async Task Where_a_version_comes_from_is_told_by_its_sender_or_else_known_by_who_sent_it()
    {
        var report = new ReportText("C10014");
        var provenance = JsonNode.Parse($$"""
            { "resourceType": "Provenance", "id": "mine", "target": [{ "reference": "{{report.Entry()["fullUrl"]}}" }], "recorded": "2026-11-29T12:00:00Z",
              "agent": [{ "who": { "display": "The practice's system" } }] }
            """)!.AsObject();
        var entry = new JsonObject { ["resource"] = provenance, ["request"] = new JsonObject { ["method"] = "POST", ["url"] = "Provenance" } };
        Assert.Equal(200, (await aggregator.Transaction(report.Entry(), entry)).Status);
        await aggregator.Post((report with { Computed = "2026-11-29T14:00:00Z", Numerator = 1 }).Json());
        var found = (await aggregator.Json($"/fhir/Provenance?target=MeasureReport/{report.Id}"))["entry"]!.AsArray().Select(e => e!["resource"]!).ToArray();
        Assert.Equal([$"MeasureReport/{report.Id}/_history/2", $"MeasureReport/{report.Id}/_history/1"], found.Select(p => (string)p["target"]![0]!["reference"]!));
        Assert.Equal(["access-key", "The practice's system"], found.Select(p => (string)p["agent"]![0]!["who"]!["display"]!));
        foreach (var one in found)
        {
            Assert.Equal(one.ToJsonString(), (await aggregator.Json("/fhir/Provenance/" + one["id"])).ToJsonString());
        }

        provenance["target"]![0]!["reference"] = "urn:uuid:00000000-0000-0000-0000-000000000000";
        Assert.Equal(422, (await aggregator.Transaction(report.Entry(), (JsonObject)entry.DeepClone())).Status);
    }

    [Fact]
    public async Task Collected_reports_are_searched_by_what_they_say()
    {
        await aggregator.Transaction(new ReportText("C10015").Entry(), new ReportText("C10015") { Indicator = "DM021" }.Entry());
        Assert.Equal(2, await Found("reporter=Organization/C10015"));
        Assert.Equal(1, await Found("reporter=C10015&measure=Measure/qof-england-2026-27-dm021"));
        Assert.Equal(1, await Found("_id=" + new ReportText("C10015").Id));
        Assert.Equal(1, await Found("identifier=" + Uri.EscapeDataString("https://qoffhir.example.org/Id/measure-report|" + new ReportText("C10015").Identity)));
        Assert.Equal(2, await Found("reporter=C10015&period=ge2026-04-01&period=le2027-03-31"));
        Assert.Equal(2, await Found("reporter=C10015&period=ap2026-12-24"));
        Assert.Equal(0, await Found("reporter=C10015&period=sa2026-04-01"));
        Assert.Equal(2, await Found("reporter=C10015&period=sa2026-03-31"));
        Assert.Equal(0, await Found("reporter=C10015&period=eb2027-03-31"));
        Assert.Equal(2, await Found("reporter=C10015&date=2026-11-29&status=complete&type=summary"));
        Assert.Equal(0, await Found("reporter=C10015&type=individual"));
        Assert.Equal(400, (await aggregator.Send(HttpMethod.Get, "/fhir/MeasureReport?date=yesterday")).Status);

        async Task<int> Found(string query) => (int)(await aggregator.Json("/fhir/MeasureReport?" + query))["total"]!;
    }

    [Theory]
    [InlineData("not json", 400)]
    [InlineData("{}", 400)]
    [InlineData("[]", 400)]
    [InlineData("""{"resourceType":"MeasureReport","resourceType":"MeasureReport"}""", 400)]
    [InlineData("""{"resourceType":"MeasureReport"} {}""", 400)]
    [InlineData("""{"resourceType":"MeasureReport","text":"\ud800"}""", 400)]
    [InlineData("""{"resourceType":"Patient"}""", 400)]
    [InlineData("""{"resourceType":"MeasureReport"}""", 422)]
    public async Task What_cannot_be_read_is_refused_with_an_outcome(string body, int status)
    {
        var answer = await aggregator.Send(HttpMethod.Post, "/fhir/MeasureReport", body);
        Assert.Equal((status, "OperationOutcome"), (answer.Status, (string)answer.Body!["resourceType"]!));
    }

    [Fact]
    public async Task Other_media_bodies_too_deep_and_invalid_UTF8_are_refused()
    {
        Assert.Equal(415, (await aggregator.Send(HttpMethod.Post, "/fhir/MeasureReport", "<MeasureReport/>", "application/fhir+xml")).Status);
        var deep = """{"resourceType":"MeasureReport","extension":""" + new string('[', 10_000) + new string(']', 10_000) + "}";
        Assert.Equal(400, (await aggregator.Send(HttpMethod.Post, "/fhir/MeasureReport", deep)).Status);
        byte[] invalid = [.. Encoding.UTF8.GetBytes("""{"resourceType":"MeasureReport","language":" """), 0xC3, 0x28, .. Encoding.UTF8.GetBytes("\"}")];
        Assert.Equal(400, (await aggregator.Send(HttpMethod.Post, "/fhir/MeasureReport", invalid)).Status);
        byte[] marked = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(new ReportText("C10016").Json().ToJsonString())];
        Assert.Equal(201, (await aggregator.Send(HttpMethod.Post, "/fhir/MeasureReport", marked)).Status);
        Assert.Equal(400, (await aggregator.Send(HttpMethod.Post, "/fhir", """{"resourceType":"Bundle","type":"collection"}""")).Status);
    }

    [Fact]
    public async Task Receipts_add_up_and_are_found_the_latest_first()
    {
        var taken = await aggregator.Post(new ReportText("C10017").Json());
        var receipts = (await aggregator.Json("/submissions?count=500"))["submissions"]!.AsArray();
        Assert.Contains(receipts, r => taken.Receipt!.EndsWith((string)r!["id"]!, StringComparison.Ordinal));
        Assert.All(receipts, r => Assert.Equal(
            (long)r!["reports"]!, new[] { "created", "replaced", "unchanged", "older", "refused" }.Sum(n => (long)r[n]!)));
        Assert.Equal(404, (await aggregator.Send(HttpMethod.Get, "/submissions/none")).Status);
        Assert.Equal(400, (await aggregator.Send(HttpMethod.Get, "/submissions?count=many")).Status);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        foreach (var address in new[] { "MeasureReport/none", "MeasureReport/none/_history", "MeasureReport/none/_history/1", "MeasureReport/none/_history/x", "Provenance/none", "Provenance/none-1" })
        {
            Assert.Equal(404, (await aggregator.Send(HttpMethod.Get, "/fhir/" + address)).Status);
        }

        Assert.Equal(400, (await aggregator.Send(HttpMethod.Get, "/fhir/Provenance?target=Patient/1")).Status);
        Assert.NotEqual(503, (await aggregator.Send(HttpMethod.Get, "/fhir/MeasureReport?_id=%00")).Status);
    }

    [Fact]
    public async Task Any_order_duplication_and_concurrency_of_the_same_submissions_ends_in_the_same_rows()
    {
        var random = new Random(20261130);
        string[] moments = ["2026-11-29T12:00:00Z", "2026-11-29T13:00:00Z", "2026-11-29T14:00:00Z"];
        ReportText[] versions = [.. from m in moments from v in new[] { "51.2", "51.10" } from n in new[] { 1, 2 } select new ReportText("") { Computed = m, Version = v, Numerator = n }];
        var reader = new SummaryReportReader(aggregator.Service.Service<KnownMeasures>().Find);
        for (var round = 0; round < 6; round++)
        {
            var practice = $"D{round:0000}";
            var mixed = versions.Concat(versions.Where(_ => random.Next(2) == 0)).OrderBy(_ => random.Next()).Select(v => v with { Practice = practice }).ToArray();
            await Parallel.ForEachAsync(mixed, new ParallelOptions { MaxDegreeOfParallelism = round == 0 ? 1 : 8 }, async (version, _) =>
            {
                var answer = await aggregator.Transaction(version.Entry(), (version with { Indicator = "DM021" }).Entry());
                Assert.Equal(200, answer.Status);
            });
            string[] expected =
            [
                .. new[] { "DM020", "DM021" }.Select(indicator => mixed.Select(v => v with { Indicator = indicator })
                    .Select(v => (v.Computed, v.Version, Read(v).Digest))
                    .MaxBy(v => $"{v.Computed} {v.Version.Length} {v.Version} {v.Digest}")).Select(v => $"{v.Computed} {v.Version} {v.Digest}"),
            ];
            Assert.Equal(expected, Rows(practice));
        }

        SummaryReport Read(ReportText text) => reader.Read(Encoding.UTF8.GetBytes(text.Json().ToJsonString()), DateTimeOffset.MaxValue.AddYears(-100)).Report!;
    }

    /// <summary>The live rows: when computed, by which rules, saying what.</summary>
    private string[] Rows(string practice) => aggregator.Service.Service<IDatabase>().Read(connection => connection.Query<(string Computed, string Measure, string Content)>(
        "SELECT computed, measure, content FROM collected WHERE practice = @practice ORDER BY indicator", new { practice })
        .Select(r => $"{r.Computed} {r.Measure.Split('|')[1]} {r.Content}").ToArray());
}
