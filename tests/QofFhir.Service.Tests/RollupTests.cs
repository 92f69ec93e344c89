using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Tests;

/// <summary>Organisations and roll-ups of an aggregator over HTTP; each database runs all of them.</summary>
public abstract class RollupTests
{
    internal const string Framework = "qof-england-2026-27";
    internal const string Head = "PRACTICE_CODE,PRACTICE_NAME,PCN_ODS_CODE,PCN_NAME,SUB_ICB_LOC_ODS_CODE,ICB_ODS_CODE,ICB_NAME,REGION_ODS_CODE,COUNTRY_ODS_CODE,COUNTRY_NAME\n";

    private protected abstract Task<TestService> Aggregator();

    [Fact]
    public async Task A_mapping_comes_again_without_a_change_and_a_later_one_moves_practices_from_its_day()
    {
        await using var service = await Aggregator();
        var april = Head + Row("A81001", "U11111") + Row("A81002", "U11111") + Row("A81003", "U22222");
        var first = await Put(service, "/organisations?from=2026-04-01", april);
        Assert.True((bool)first["changed"]!);
        Assert.Equal((3, 3, 0), ((int)first["rows"]!, (int)first["accepted"]!, (int)first["rejected"]!));
        Assert.False((bool)(await Put(service, "/organisations?from=2026-04-01", april))["changed"]!);

        await Put(service, "/organisations?from=2026-10-01", Head + Row("A81001", "U11111") + Row("A81002", "U22222"));
        await Put(service, "/organisations?from=2026-07-01", april);
        Assert.Equal(["A81001", "A81002"], await Members(service, "U11111", "2026-09-30"));
        Assert.Equal(["A81001"], await Members(service, "U11111", "2026-10-01"));
        Assert.Equal(["A81003"], await Members(service, "U22222", "2026-09-30"));
        Assert.Equal(["A81002"], await Members(service, "U22222", "2026-10-01"));
        Assert.Empty(await Members(service, "U11111", "2026-03-31"));
    }

    [Fact]
    public async Task A_mapping_with_mistakes_changes_nothing_and_tells_them_all()
    {
        await using var service = await Aggregator();
        await Put(service, "/organisations?from=2026-04-01", Head + Row("A81001", "U11111"));
        var refused = await Send(service, "/organisations?from=2026-05-01", Head + Row("A8", "U11111") + Row("A81001", "U 1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var said = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!;
        Assert.Equal([(2, 1), (3, 3)], said["mistakes"]!.AsArray().Select(m => ((int)m!["line"]!, (int)m["column"]!)));
        Assert.Equal(["A81001"], await Members(service, "U11111", "2026-05-01"));
        Assert.Equal(HttpStatusCode.Conflict, (await Send(service, "/organisations?from=2026-05-01", Head + Row("U11111", "A81001"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Send(service, "/organisations?from=May", Head)).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await Send(service, "/organisations?from=2026-05-01", Head, "application/json")).StatusCode);
        using var stranger = new HttpRequestMessage(HttpMethod.Put, "/organisations?from=2026-05-01") { Content = new StringContent(Head, Encoding.UTF8, "text/csv") };
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Http.SendAsync(stranger)).StatusCode);
    }

    [Fact]
    public async Task A_network_is_the_sum_of_its_members_on_the_achievement_date()
    {
        await using var service = await Aggregator();
        await Put(service, "/organisations?from=2026-04-01", Head + Row("A81001", "U11111") + Row("A81002", "U11111") + Row("A81003", "U22222") + Row("A81004", "U11111"));
        Report(service, "A81001", "DM020", 100, 10, 20, 50, "51.2");
        Report(service, "A81002", "DM020", 100, 0, 0, 90, "51.1");
        Report(service, "A81003", "DM020", 1000, 0, 0, 1000, "51.2");
        Report(service, "B99999", "DM020", 5000, 0, 0, 5000, "51.2");
        Report(service, "A81001", "DM020", 7, 0, 0, 7, "51.2", "2026-10-31");

        var network = (await service.Json($"/rollups/u11111?framework={Framework}&indicator=DM020", service.Key))!;
        var one = network["indicators"]![0]!;
        Assert.Equal((3, 3, 2), ((int)one["coverage"]!["expected"]!, (int)one["coverage"]!["readable"]!, (int)one["coverage"]!["reporting"]!));
        Assert.Equal(["A81004"], one["coverage"]!["missingPractices"]!.AsArray().Select(p => (string)p!));
        Assert.Equal((200, 140, 170), ((int)one["counts"]!["population"]!, (int)one["counts"]!["numerator"]!, (int)one["counts"]!["denominator"]!));
        Assert.Equal(0.8235, (double)one["shares"]!["achievement"]!);
        Assert.Equal((true, 2), ((bool)one["mixedRules"]!, one["rules"]!.AsArray().Count));
        Assert.Equal(["A81001", "A81002"], one["funnel"]!["points"]!.AsArray().Select(p => (string)p!["practice"]!));
        Assert.Equal([("2026-10-31", 7), ("2026-11-30", 140)], network["trend"]!.AsArray().Select(t => ((string)t!["achievementDate"]!, (int)t["counts"]!["numerator"]!)));

        var england = await service.Json("/rollups/E92000001?on=2026-11-30", service.Key);
        Assert.Equal((1140, 1), ((int)england["indicators"]![0]!["counts"]!["numerator"]!, (int)england["reportsOfStrangers"]!));
        Assert.Equal((4, 3), ((int)england["coverage"]!["expected"]!, (int)england["coverage"]!["reporting"]!));
        Assert.Equal(HttpStatusCode.NotFound, (await service.Get("/rollups/NOBODY", service.Key)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Get("/rollups/U11111")).StatusCode);
    }

    [Fact]
    public async Task A_search_for_the_reports_of_an_organisation_finds_its_roll_ups_and_brings_it_along()
    {
        await using var service = await Aggregator();
        await Put(service, "/organisations?from=2026-04-01", Head + Row("A81001", "U11111") + Row("A81002", "U11111"));
        Report(service, "A81001", "DM020", 100, 10, 20, 50, "51.2");
        Report(service, "A81002", "DM020", 100, 0, 0, 90, "51.2");
        Report(service, "A81002", "DM006", 10, 0, 0, 9, "51.2");
        var found = await service.Json("/fhir/MeasureReport?reporter=Organization/U11111&_include=MeasureReport:reporter", service.Key);
        Assert.Equal(2, (int)found["total"]!);
        var entries = found["entry"]!.AsArray();
        Assert.Equal(["match", "match", "include"], entries.Select(e => (string)e!["search"]!["mode"]!));
        Assert.Equal("U11111", (string)entries[2]!["resource"]!["id"]!);
        Assert.Equal("Organization/U11111", (string)entries[0]!["resource"]!["reporter"]!["reference"]!);
        var id = (string)entries[0]!["resource"]!["id"]!;
        foreach (var (query, total) in new[]
        {
            ($"&measure=Measure/{Framework}-dm020", 1), ($"&measure=https://qoffhir.example.org/fhir/Measure/{Framework}-dm020|51.2", 1), ("&measure=Measure/none", 0), ("&period=2026", 0),
            ("&period=ge2026-04-01", 2), ("&period=lt2026-04-01", 0), ("&date=2026-11-30", 2), ("&date=lt2026-11-30", 0), ("&status=complete", 2), ("&status=error", 0), ($"&_id={id}", 1), ("&_count=1", 2),
        })
        {
            Assert.Equal((query, total), (query, (int)(await service.Json("/fhir/MeasureReport?reporter=Organization/U11111" + query, service.Key))["total"]!));
        }

        var pages = await service.Json("/fhir/MeasureReport?reporter=U11111&_count=1&_offset=1", service.Key);
        Assert.NotEqual(id, (string)pages["entry"]!.AsArray().Single()!["resource"]!["id"]!);
        Assert.Equal(0, (int)(await service.Json("/fhir/MeasureReport?reporter=U99999", service.Key))["total"]!);
    }

    [Fact]
    public async Task After_a_merger_reports_of_the_closed_practice_are_in_no_later_sum()
    {
        await using var service = await Aggregator();
        await Put(service, "/organisations?from=2026-04-01", Head + Row("A81001", "U11111") + Row("A81002", "U11111"));
        await Put(service, "/organisations/successions", "PREDECESSOR_CODE,SUCCESSOR_CODE,FROM_DATE\nA81002,A81001,20261101\n");
        Report(service, "A81001", "DM020", 10, 0, 0, 5, "51.2", "2026-10-31");
        Report(service, "A81002", "DM020", 10, 0, 0, 5, "51.2", "2026-10-31");
        Report(service, "A81001", "DM020", 20, 0, 0, 12, "51.2");
        Report(service, "A81002", "DM020", 10, 0, 0, 5, "51.2");
        var trend = (await service.Json("/rollups/U11111?indicator=DM020", service.Key))["trend"]!.AsArray();
        Assert.Equal([(2, 20), (1, 20)], trend.Select(t => ((int)t!["expected"]!, (int)t["counts"]!["population"]!)));
        Assert.Equal(HttpStatusCode.Conflict, (await Send(service, "/organisations/successions", "PREDECESSOR_CODE,SUCCESSOR_CODE,FROM_DATE\nX99999,A81001,20261101\n")).StatusCode);
    }

    [Fact]
    public async Task A_measure_is_evaluated_for_an_organisation_and_for_no_patient()
    {
        await using var service = await Aggregator();
        await Put(service, "/organisations?from=2026-04-01", Head + Row("A81001", "U11111") + Row("A81002", "U11111"));
        Report(service, "A81001", "DM020", 100, 10, 20, 50, "51.2");
        const string year = "periodStart=2026-04-01&periodEnd=2027-03-31";
        var address = $"/fhir/Measure/{Framework}-dm020/$evaluate-measure?{year}&reporter=Organization/U11111";
        var report = await service.Json(address + "&reportType=population", service.Key);
        Assert.Equal(("MeasureReport", "Organization/U11111", 0.7143m), ((string)report["resourceType"]!, (string)report["reporter"]!["reference"]!, (decimal)report["group"]![0]!["measureScore"]!["value"]!));
        Assert.Equal((string)report["id"]!, (string)(await service.Json($"/fhir/Measure/$evaluate-measure?measure={Framework}-dm020&{year}&reporter=U11111&achievementDate=2026-11-30", service.Key))["id"]!);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await service.Get(address + "&reportType=subject-list", service.Key)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await service.Get(address + "&subject=Patient/1", service.Key)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await service.Get($"/fhir/Measure/{Framework}-dm020/$evaluate-measure?reporter=U11111", service.Key)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Get(address.Replace("dm020", "zz999", StringComparison.Ordinal), service.Key)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Get(address + "&achievementDate=2026-05-05", service.Key)).StatusCode);
        var posted = await service.Send(HttpMethod.Post, $"/fhir/Measure/{Framework}-dm020/$evaluate-measure", service.Key, new
        {
            resourceType = "Parameters",
            parameter = new object[]
            {
                new { name = "periodStart", valueDate = "2026-04-01" }, new { name = "periodEnd", valueDate = "2027-03-31" },
                new { name = "reporter", valueReference = new { reference = "Organization/U11111" } },
            },
        });
        Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await service.Send(HttpMethod.Post, $"/fhir/Measure/{Framework}-dm020/$evaluate-measure", service.Key, new { a = 1 })).StatusCode);
    }

    [Fact]
    public async Task Organisations_and_affiliations_are_found_as_FHIR()
    {
        await using var service = await Aggregator();
        await Put(service, "/organisations?from=2026-04-01", Head + Row("A81001", "U11111") + Row("A81002", "U22222"));
        await Put(service, "/organisations?from=2026-10-01", Head + Row("A81001", "U22222"));
        Assert.Equal("QHM", ((string)(await service.Json("/fhir/Organization/U22222", service.Key))["partOf"]!["reference"]!).Split('/')[1] is var sub && sub == "00L" ? "QHM" : sub);
        foreach (var (query, ids) in new (string, string[])[]
        {
            ("identifier=https://fhir.nhs.uk/Id/ods-organization-code%7CA81001", ["A81001"]), ("identifier=https://other%7CA81001", []), ("type=practice", ["A81001", "A81002"]),
            ("type=RO272", ["U11111", "U22222"]), ("type=practice&active=true", ["A81001"]), ("name=boa", ["QHM"]), ("partof=Organization/QHM", ["00L"]), ("_id=A81001,QHM", ["A81001", "QHM"]),
        })
        {
            Assert.Equal(ids, await Ids(service, "/fhir/Organization?" + query));
        }

        Assert.Equal(["A81001-U11111-20260401"], await Ids(service, "/fhir/OrganizationAffiliation?primary-organization=Organization/U11111"));
        Assert.Equal(["A81001-U11111-20260401", "A81001-00L-20260401"], (await Ids(service, "/fhir/OrganizationAffiliation?participating-organization=A81001&date=ap2026-06-01")).OrderDescending());
        Assert.Equal(["A81001-00L-20260401", "A81001-U22222-20261001"], (await Ids(service, "/fhir/OrganizationAffiliation?participating-organization=A81001&active=true")).Order());
        Assert.Equal(HttpStatusCode.BadRequest, (await service.Get("/fhir/Organization?name:exact=x", service.Key)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Get("/fhir/Organization/Z99999", service.Key)).StatusCode);
    }

    [Fact]
    public async Task Exports_are_in_the_columns_of_the_publication_and_of_CQRS()
    {
        await using var service = await Aggregator();
        await Put(service, "/organisations?from=2026-04-01", Head + Row("A81001", "U11111") + Row("A81002", "U22222"));
        Report(service, "A81001", "DM020", 100, 10, 20, 50, "51.2", points: "4.25", list: 9000);
        Report(service, "A81001", "DM_REG", 100, null, null, null, "51.2", list: 9000);
        Report(service, "A81002", "DM020", 100, 0, 0, 50, "51.2");
        async Task<string> Csv(string name) => await (await service.Get($"/exports/{name}.csv?organisation=U11111&on=2026-11-30", service.Key)).Content.ReadAsStringAsync();
        Assert.Equal("PRACTICE_CODE,INDICATOR_CODE,MEASURE,VALUE\nA81001,DM020,NUMERATOR,50\nA81001,DM020,DENOMINATOR,70\nA81001,DM020,PCAS,20\nA81001,DM020,ACHIEVED_POINTS,4.25\nA81001,DM_REG,REGISTER,100\n", await Csv("achievement"));
        Assert.Equal("PRACTICE_CODE,GROUP_CODE,REGISTER,PATIENT_LIST_TYPE,PRACTICE_LIST_SIZE\nA81001,DM_REG,100,TOTAL,9000\n", await Csv("prevalence"));
        Assert.Equal("COUNTRY_CODE,COUNTRY_NAME,REGION_CODE,REGION_NAME,ICB_CODE,ICB_NAME,SUB_ICB_LOC_CODE,SUB_ICB_LOC_NAME,PCN_CODE,PCN_NAME,PRACTICE_CODE,PRACTICE_NAME\nE92000001,England,Y63,Y63,QHM,Board,00L,00L,U11111,Net U11111,A81001,Practice A81001\n", await Csv("mapping"));
        Assert.Equal("QUALITY_SERVICE,ORG_CODE,ACH_DATE,IND_CODE,POINTS,APPROVED\nQOF2627,A81001,20261130,DM020,4.25,N\n", await Csv("indicator-achieved-points"));
        Assert.Contains("A81001,20261130,DM020,Numerator,50,N,,20261201,000000,Y\n", await Csv("indicator-values"), StringComparison.Ordinal);
        Assert.Contains("\nDM020,", await Csv("mapping-indicators"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Get("/exports/achievement.csv")).StatusCode);
    }

    internal static string Row(string practice, string network) => $"{practice},Practice {practice},{network},Net {network},00L,QHM,Board,Y63,E92000001,England\n";

    private static async Task<string[]> Ids(TestService service, string address) =>
        [.. ((await service.Json(address, service.Key))["entry"]?.AsArray() ?? []).Select(e => (string)e!["resource"]!["id"]!)];

    private static async Task<string[]> Members(TestService service, string organisation, string day)
    {
        var rollup = await service.Json($"/rollups/{organisation}?on={day}", service.Key);
        return [.. rollup["coverage"]!["missingPractices"]!.AsArray().Select(p => (string)p!)];
    }

    internal static async Task<JsonNode> Put(TestService service, string address, string csv)
    {
        using var answer = await Send(service, address, csv);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {body}");
        return JsonNode.Parse(body)!;
    }

    internal static async Task<HttpResponseMessage> Send(TestService service, string address, string csv, string type = "text/csv")
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new StringContent(csv, Encoding.UTF8, type) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", service.Key);
        return await service.Http.SendAsync(request);
    }

    internal static void Report(
        TestService service, string practice, string indicator, long population, long? exclusions, long? adjusted, long? numerator, string rules, string achieved = "2026-11-30",
        string? points = null, long? list = null) => service.Service<IDatabase>().Write((connection, transaction) => connection.Execute(
            """
            INSERT INTO collected (id, version, identifier, practice, framework, indicator, measure, starts, ends, achieved, computed, edition, received, status, sample, content, submission, population, exclusions, adjusted, numerator, list_size, points)
            VALUES (@id, 1, @id, @practice, @framework, @indicator, @measure, '2026-04-01', '2027-03-31', @achieved, '2026-12-01T08:00:00Z', '', '2026-12-01T08:00:00Z', 'complete', 0, @id, 's1', @population, @exclusions, @adjusted, @numerator, @list, @points)
            """,
            new
            {
                id = $"{practice}:{indicator}:{achieved}",
                practice,
                framework = Framework,
                indicator,
                measure = $"https://qoffhir.example.org/fhir/Measure/{Framework}-{indicator.ToLowerInvariant()}|{rules}",
                achieved,
                population,
                exclusions,
                adjusted,
                numerator,
                list,
                points,
            },
            transaction));
}
