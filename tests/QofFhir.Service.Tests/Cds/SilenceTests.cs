using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Dapper;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Tests.Cds;

/// <summary>What silences a prompt and what does not.</summary>
public sealed class SilenceTests
{
    private const string Patient = "case-dm020-dmmax";
    private const string Other = "p000075";
    private const string Snoozes = "/cds-services/snoozes";

    [Fact]
    public async Task Setting_cards_aside_is_counted_and_silences_nothing()
    {
        await using var service = await CdsService.Start();
        var card = Assert.Single(await Cards(service, Patient))!;
        for (var i = 0; i < 2; i++)
        {
            var feedback = new JsonObject
            {
                ["feedback"] = new JsonArray(new JsonObject
                {
                    ["card"] = (string)card["uuid"]!,
                    ["outcome"] = "overridden",
                    ["overrideReason"] = new JsonObject { ["reason"] = card["overrideReasons"]![0]!.DeepClone() },
                    ["outcomeTimestamp"] = "2026-11-30T09:00:00Z",
                }),
            };
            Assert.Equal(HttpStatusCode.OK, (await service.Call(feedback, HookCalls.Prompts + "/feedback")).Status);
        }

        Assert.Equal((string)card["detail"]!, (string)Assert.Single(await Cards(service, Patient))!["detail"]!);
        var counted = await Counted(service, c => c["prompts"]!.AsArray().Any(p => (long)p!["overridden"]! > 0));
        var dm020 = counted["prompts"]!.AsArray().Single(p => (string)p!["prompt"]! == "DM020/unsuitable")!;
        Assert.Equal((1, 0, 1), ((int)dm020["drawn"]!, (int)dm020["accepted"]!, (int)dm020["overridden"]!));
        Assert.Equal(1, (int)Assert.Single(counted["feedback"]!.AsArray())!["cards"]!);
    }

    [Fact]
    public async Task What_is_put_off_comes_back_by_itself_and_only_this_patients_is()
    {
        await using var service = await CdsService.Start();
        var before = (string)Assert.Single(await Cards(service, Other))!["summary"]!;
        Assert.Equal(HttpStatusCode.OK, (await service.Call(Snooze(7), Snoozes)).Status);
        var quiet = Assert.Single(await Cards(service, Patient))!;
        Assert.Equal(("info", "QOF prompts put off until 7 December 2026: not well enough for it today"), ((string)quiet["indicator"]!, (string)quiet["summary"]!));
        Assert.Equal(before, (string)Assert.Single(await Cards(service, Other))!["summary"]!);
        service.Clock.Now += TimeSpan.FromDays(6);
        Assert.Equal((string)quiet["summary"]!, (string)Assert.Single(await Cards(service, Patient))!["summary"]!);
        service.Clock.Now += TimeSpan.FromDays(1);
        Assert.StartsWith("Overdue: ", (string)Assert.Single(await Cards(service, Patient))!["summary"]!, StringComparison.Ordinal);
        var counted = await Counted(service, _ => true);
        Assert.Equal((0, 1), ((int)counted["snoozes"]![0]!["now"]!, (int)counted["snoozes"]![0]!["ever"]!));

        // As long as what became of cards is kept, and no longer.
        service.Clock.Now += TimeSpan.FromDays(393);
        await service.Call(Snooze(7), Snoozes);
        Assert.Equal(2, (int)(await Counted(service, _ => true))["snoozes"]![0]!["ever"]!);
        service.Clock.Now += TimeSpan.FromDays(1);
        await service.Call(Snooze(7), Snoozes);
        Assert.Equal(2, (int)(await Counted(service, _ => true))["snoozes"]![0]!["ever"]!);
    }

    [Fact]
    public async Task One_prompt_that_is_put_off_is_named_on_the_card_of_the_others()
    {
        await using var service = await CdsService.Start();
        Assert.Equal(HttpStatusCode.OK, (await service.Call(Snooze(7, "DM034"), Snoozes)).Status);
        var card = Assert.Single(await Cards(service, Patient))!;
        Assert.DoesNotContain("statin", (string)card["summary"]!, StringComparison.Ordinal);
        Assert.Contains("**Put off** until 7 December 2026: not well enough for it today. DM034.", (string)card["detail"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "no-time", "DM034", "days")]
    [InlineData(29, "no-time", "DM034", "days")]
    [InlineData(7, "", "DM034", "reason")]
    [InlineData(7, "Quillfeather comes back on Monday", "DM034", "reason")]
    [InlineData(7, "no-time", "DM999", "indicators")]
    public async Task Putting_off_needs_a_reason_and_has_a_limit(int days, string reason, string indicator, string named)
    {
        await using var service = await CdsService.Start();
        var answer = await service.Call(Snooze(days, indicator, reason), Snoozes);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(named + ":", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Patient, answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Quillfeather", answer.Body, StringComparison.Ordinal);
        Assert.Single(await Cards(service, Patient));
    }

    [Fact]
    public async Task One_call_cannot_fill_what_is_kept_of_prompts_put_off()
    {
        await using var service = await CdsService.Start();
        var many = Snooze(7);
        many["indicators"] = new JsonArray([.. Enumerable.Repeat("DM034", 1000).Select(i => (JsonNode)i)]);
        Assert.Equal(HttpStatusCode.OK, (await service.Call(many, Snoozes)).Status);
        Assert.Equal(1, (int)(await service.Json("/prompts/feedback", service.Key))["snoozes"]![0]!["ever"]!);
        many["userId"] = new string('x', 201);
        Assert.Equal(HttpStatusCode.BadRequest, (await service.Call(many, Snoozes)).Status);
    }

    [Theory]
    [InlineData(400, null, true)]
    [InlineData(401, null, false)]
    [InlineData(31, "30", false)]
    public async Task What_became_of_cards_is_kept_and_counted_for_so_many_days(int later, string? days, bool kept)
    {
        await using var service = await CdsService.Start(days is null ? [] : [$"QofFhir:Cds:FeedbackDays={days}"]);
        await Cards(service, Patient);
        Assert.Equal(HttpStatusCode.OK, (await service.Call(FeedbackTests.One(), HookCalls.Prompts + "/feedback")).Status);
        var counted = await Counted(service, c => c["prompts"]!.AsArray().Count > 0);
        Assert.Equal((days ?? "400", 1), ($"{counted["lastDays"]}", counted["feedback"]!.AsArray().Count));

        service.Clock.Now += TimeSpan.FromDays(later);
        counted = await Counted(service, _ => true);
        Assert.Equal((kept, kept), (counted["prompts"]!.AsArray().Count > 0, counted["feedback"]!.AsArray().Count > 0));

        // With the next card what is not counted any more goes.
        await Cards(service, Other);
        await Counted(service, c => c["prompts"]!.AsArray().Any(p => (string)p!["prompt"]! != "DM020/unsuitable"));
        var stored = SharedDatabase.Prompts(service.Folder);
        Assert.Equal(kept, stored.Read(c => c.ExecuteScalar<long>("SELECT COUNT(*) FROM drawn WHERE at < '2026-12-01'")) > 0);
        Assert.Equal(kept, stored.Read(c => c.ExecuteScalar<long>("SELECT COUNT(*) FROM feedback")) > 0);
    }

    [Fact]
    public async Task Prompts_go_on_where_they_cannot_be_counted()
    {
        await using var service = await CdsService.Start();
        var stored = SharedDatabase.Prompts(service.Folder);
        stored.Write((connection, transaction) => connection.Execute("ALTER TABLE drawn RENAME TO away", transaction: transaction));
        Assert.Single(await Cards(service, Patient));
        await Task.Delay(500);
        stored.Write((connection, transaction) => connection.Execute("ALTER TABLE away RENAME TO drawn", transaction: transaction));
        Assert.Single(await Cards(service, Other));
        Assert.NotEmpty((await Counted(service, c => c["prompts"]!.AsArray().Count > 0))["prompts"]!.AsArray());
    }

    [Fact]
    public async Task A_prompt_is_switched_off_at_once_for_everybody_says_so_and_is_switched_on_again()
    {
        await using var service = await CdsService.Start();
        Assert.Equal(HttpStatusCode.Unauthorized, await Send(service, HttpMethod.Put, """{"name":"DM020","reason":"codes under review"}""", key: false));
        Assert.Equal(HttpStatusCode.BadRequest, await Send(service, HttpMethod.Put, """{"name":"DM999","reason":"x"}"""));
        Assert.Equal(HttpStatusCode.BadRequest, await Send(service, HttpMethod.Put, """{"name":"DM020","reason":""}"""));
        Assert.Equal(HttpStatusCode.NoContent, await Send(service, HttpMethod.Put, """{"name":"DM020/unsuitable","reason":"codes under review"}"""));
        Assert.Contains("**Switched off**: DM020 (codes under review).", (string)Assert.Single(await Cards(service, Patient))!["detail"]!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, await Send(service, HttpMethod.Put, """{"name":"*","reason":"all under review"}"""));
        Assert.Equal("QOF prompts of this patient are switched off", (string)Assert.Single(await Cards(service, Patient))!["summary"]!);
        Assert.Equal(HttpStatusCode.NoContent, await Send(service, HttpMethod.Delete, null, "?name=*"));
        Assert.Equal(HttpStatusCode.NoContent, await Send(service, HttpMethod.Delete, null, "?name=DM020/unsuitable"));
        Assert.Equal(HttpStatusCode.NotFound, await Send(service, HttpMethod.Delete, null, "?name=DM020/unsuitable"));
        Assert.DoesNotContain("Switched off", (string)Assert.Single(await Cards(service, Patient))!["detail"]!, StringComparison.Ordinal);
    }

    private static JsonObject Snooze(int days, string? indicator = null, string reason = "unwell") => new()
    {
        ["patientId"] = Patient,
        ["userId"] = "Practitioner/p",
        ["days"] = days,
        ["reason"] = reason,
        ["indicators"] = indicator is null ? null : new JsonArray(indicator),
    };

    private static async Task<JsonArray> Cards(TestService service, string patient)
    {
        var answer = await service.Call(HookBody.Whole(patient));
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Body);
        return JsonNode.Parse(answer.Body)!["cards"]!.AsArray();
    }

    /// <summary>Cards are kept aside, so counts may come a moment later.</summary>
    private static async Task<JsonNode> Counted(TestService service, Func<JsonNode, bool> when)
    {
        for (var tries = 0; ; tries++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/prompts/feedback");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", service.Key);
            using var answer = await service.Http.SendAsync(request);
            var counts = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            if (when(counts) || tries == 100)
            {
                return counts;
            }

            await Task.Delay(50);
        }
    }

    private static async Task<HttpStatusCode> Send(TestService service, HttpMethod method, string? body, string query = "", bool key = true)
    {
        using var request = new HttpRequestMessage(method, "/prompts/switches" + query) { Content = body is null ? null : JsonNode.Parse(body)!.Json() };
        request.Headers.Authorization = key ? new AuthenticationHeaderValue("Bearer", service.Key) : null;
        using var answer = await service.Http.SendAsync(request);
        return answer.StatusCode;
    }
}
