using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace QofFhir.Service.Tests;

/// <summary>What an aggregator makes public, over HTTP; each database runs all of them.</summary>
public abstract class ReleaseTests
{
    private const string Framework = RollupTests.Framework;
    private const string Public = $"/public/releases/{Framework}/2026-11-30";

    private protected abstract Task<TestService> Aggregator();

    [Fact]
    public async Task A_release_is_rounded_open_to_everybody_and_never_changes()
    {
        await using var service = await Filled();
        Assert.Empty((await service.Json("/public/releases"))["releases"]!.AsArray());
        Assert.Equal(HttpStatusCode.Created, await Release(service));
        Assert.Equal(HttpStatusCode.Conflict, await Release(service));
        var told = (await service.Json("/public/releases"))["releases"]![0]!;
        Assert.Equal(("suppress", 3, 4), ((string)told["policy"]!, (int)told["practices"]!["reporting"]!, (int)told["practices"]!["expected"]!));

        // What comes later changes nothing.
        RollupTests.Report(service, "A81004", "DM020", 500, 0, 0, 500, "51.2");
        var counts = (await service.Json($"{Public}?organisation=A81001"))["counts"]!.AsArray().Single()!;
        Assert.Equal((105, 10, 50), ((int)counts["population"]!["shown"]!, (int)counts["exclusions"]!["shown"]!, (int)counts["numerator"]!["shown"]!));
        Assert.Equal((null, "small", null), ((int?)counts["adjusted"]!["shown"], (string)counts["adjusted"]!["kind"]!, (double?)counts["achievement"]));
        var england = (await service.Json($"{Public}?organisation=E92000001"))["counts"]!.AsArray().Single()!;
        Assert.Equal((405, 350), ((int)england["population"]!["shown"]!, (int)england["numerator"]!["shown"]!));
    }

    [Fact]
    public async Task The_file_has_a_row_for_each_count_of_each_level()
    {
        await using var service = await Filled();
        await Release(service, "show-as-five");
        var lines = (await (await service.Get(Public + "/counts.csv")).Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("ORGANISATION_LEVEL,ORGANISATION_CODE,INDICATOR_CODE,MEASURE,VALUE,NOT_SHOWN", lines[0]);
        Assert.Contains("PRACTICE,A81001,DM020,PCAS,5,", lines);
        Assert.Contains("PRACTICE,A81001,DM020,DENOMINATOR,90,", lines);
        Assert.Contains("PCN,U11111,DM020,NUMERATOR,150,", lines);
        Assert.Equal(["COUNTRY", "ICB", "PCN", "PRACTICE", "REGION", "SUBICB"], lines.Skip(1).Select(l => l.Split(',')[0]).Distinct().Order());
        var networks = await (await service.Get(Public + "/counts.csv?level=pcn")).Content.ReadAsStringAsync();
        Assert.All(networks.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1), l => Assert.StartsWith("PCN,", l, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, (await service.Get(Public + "/counts.csv?level=galaxy")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Get($"/public/releases/{Framework}/2026-12-31/counts.csv")).StatusCode);
    }

    [Fact]
    public async Task Reports_are_tagged_as_rounded_and_one_with_a_hidden_count_is_left_out()
    {
        await using var service = await Filled();
        await Release(service);
        var hidden = await service.Json(Public + "/MeasureReport?reporter=Organization/A81001");
        Assert.Equal(0, (int)hidden["total"]!);
        Assert.Equal("suppressed", (string)hidden["entry"]!.AsArray().Single()!["resource"]!["issue"]![0]!["code"]!);
        var report = (await service.Json(Public + "/MeasureReport?reporter=Organization/U22222"))["entry"]!.AsArray().First()!["resource"]!;
        Assert.Contains(report["meta"]!["tag"]!.AsArray(), t => (string)t!["code"]! == "rounded");
        Assert.EndsWith(":public", (string)report["identifier"]![0]!["value"]!, StringComparison.Ordinal);
        Assert.Equal(200, (int)report["group"]![0]!["population"]![0]!["count"]!);
        Assert.DoesNotContain("median", report.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("careGap", report.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_national_role_makes_counts_public_and_only_of_what_there_is()
    {
        await using var service = await Filled();
        using var nobody = await service.Http.PostAsJsonAsync("/releases", new { framework = Framework, on = "2026-11-30", policy = "suppress" });
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, await Release(service, "exact"));
        Assert.Equal(HttpStatusCode.BadRequest, await Release(service, "0"));
        Assert.Equal(HttpStatusCode.BadRequest, await Release(service, "suppress", "November"));
        Assert.Equal(HttpStatusCode.NotFound, await Release(service, "suppress", "2026-10-31"));
    }

    private async Task<TestService> Filled()
    {
        var service = await Aggregator();
        await RollupTests.Put(
            service, "/organisations?from=2026-04-01",
            RollupTests.Head + RollupTests.Row("A81001", "U11111") + RollupTests.Row("A81002", "U11111") + RollupTests.Row("A81003", "U22222") + RollupTests.Row("A81004", "U22222"));
        RollupTests.Report(service, "A81001", "DM020", 103, 11, 4, 52, "51.2");
        RollupTests.Report(service, "A81002", "DM020", 101, 0, 0, 99, "51.2");
        RollupTests.Report(service, "A81003", "DM020", 200, 0, 0, 199, "51.2");
        return service;
    }

    private static async Task<HttpStatusCode> Release(TestService service, string policy = "suppress", string on = "2026-11-30")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/releases") { Content = JsonContent.Create(new { framework = Framework, on, policy }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", service.Key);
        using var answer = await service.Http.SendAsync(request);
        return answer.StatusCode;
    }
}
