using System.Net;
using System.Text.Json.Nodes;

namespace QofFhir.Service.Tests;

/// <summary>What a practice declares over HTTP, and its next run.</summary>
public sealed class AttestationTests(UndeclaredService undeclared) : IClassFixture<UndeclaredService>
{
    private const string Framework = UndeclaredService.Framework;
    private const string All = $"/practices/{TestService.Ods}/attestations/qof-england-2019-20";

    [Fact]
    public async Task A_declaration_counts_in_the_next_run_and_not_before()
    {
        await using var gp = await TestService.SampleGp();
        await using var service = await TestService.For(gp.BaseUrl, null, Framework);
        var before = (await service.Run())["result"]!;

        await Declare(service, "QI001", "yes", "Ann");
        await Declare(service, "QI002", "no", "Ann");
        var after = (await service.Run())["result"]!;

        var points = (decimal)(await One(service, "QI001"))["points"]!;
        var refused = (decimal)(await One(service, "QI002"))["points"]!;
        Assert.Equal((decimal)before["pointsEarned"]! + points, (decimal)after["pointsEarned"]!);
        Assert.Equal((decimal)before["pointsEvaluated"]! + points + refused, (decimal)after["pointsEvaluated"]!);
        Assert.Contains("declared yes on 2026-11-30", service.Console, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_has_declared_until_somebody_does_and_the_history_is_kept()
    {
        await using var service = await TestService.For(new Uri("http://127.0.0.1:9/fhir"), null, Framework);
        Assert.Equal(("not declared", 0), Said(await One(service, "QI001")));

        await Declare(service, "QI001", "yes", "Ann");
        await Declare(service, "qi001", "yes", "Ann"); // said again: nothing new
        service.Clock.Now += TimeSpan.FromDays(1);
        var now = await Declare(service, "QI001", "no", "Bob");

        Assert.Equal(("no", 2), Said(now));
        Assert.Equal(
            ["no Bob 2026-12-01T09:00:00", "yes Ann 2026-11-30T09:00:00"],
            now["history"]!.AsArray().Select(h => $"{h!["declared"]} {h["by"]} {((string)h["at"]!)[..19]}"));
        var all = (await service.Json(All, service.Key))["attestations"]!.AsArray();
        Assert.Equal(["QI001 no", "QI002 not declared", "QI003 not declared", "QI004 not declared"], all.Select(a => $"{a!["indicator"]} {a["declared"]}"));
    }

    [Theory]
    [InlineData("QI001", "perhaps", "Ann", HttpStatusCode.BadRequest)]
    [InlineData("QI001", "yes", " ", HttpStatusCode.BadRequest)]
    [InlineData("QI001", "yes", "Ann\nBob", HttpStatusCode.BadRequest)]
    [InlineData("DM019", "yes", "Ann", HttpStatusCode.BadRequest)]
    [InlineData("XX999", "yes", "Ann", HttpStatusCode.NotFound)]
    [InlineData("../qof-england-2026-27/QI001", "yes", "Ann", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_declared_is_refused(string indicator, string declared, string by, HttpStatusCode status)
    {
        var service = undeclared.Service;
        using var answer = await service.Send(HttpMethod.Put, $"{All}/{indicator}", service.Key, new { declared, by });
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.All((await service.Json(All, service.Key))["attestations"]!.AsArray(), a => Assert.Equal("not declared", (string)a!["declared"]!));
    }

    [Fact]
    public async Task Declaring_and_reading_need_the_key()
    {
        var service = undeclared.Service;
        using var put = await service.Send(HttpMethod.Put, All + "/QI001", null, new { declared = "yes", by = "Ann" });
        using var get = await service.Get(All);
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (put.StatusCode, get.StatusCode));
    }

    private static async Task<JsonNode> Declare(TestService service, string indicator, string declared, string by)
    {
        using var answer = await service.Send(HttpMethod.Put, $"{All}/{indicator}", service.Key, new { declared, by });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    private static Task<JsonNode> One(TestService service, string indicator) => service.Json($"{All}/{indicator}", service.Key);

    private static (string Declared, int Times) Said(JsonNode told) => ((string)told["declared"]!, told["history"]!.AsArray().Count);
}
