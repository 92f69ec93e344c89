using System.Net;
using System.Text.Json.Nodes;

namespace QofFhir.Service.Tests.Cds;

public sealed class FeedbackTests(CdsService cds) : IClassFixture<CdsService>
{
    private const string Address = HookCalls.Prompts + "/feedback";
    private const string First = "4f6d1c9e-2d3b-4b3e-9a57-0a5d6b8f3c21";

    [Fact]
    public async Task The_same_card_again_replaces_and_an_older_word_does_not()
    {
        await using var service = await CdsService.Start();
        await Tell(service, One(outcome: "accepted", at: "2026-11-21T10:00:00Z"));
        await Tell(service, One(outcome: "accepted", at: "2026-11-21T10:00:00Z"));
        Assert.Equal("qof-prompts accepted  1", await Counted(service));

        await Tell(service, One(outcome: "overridden", at: "2026-11-21T10:00:01Z", reason: "busy"));
        Assert.Equal("qof-prompts overridden busy 1", await Counted(service));

        await Tell(service, One(outcome: "accepted", at: "2026-11-21T09:59:59Z"));
        Assert.Equal("qof-prompts overridden busy 1", await Counted(service));

        await Tell(service, One("0f6d1c9e-2d3b-4b3e-9a57-0a5d6b8f3c21", "overridden", "2026-11-21T10:00:00+00:00"));
        Assert.Equal("qof-prompts overridden  1, qof-prompts overridden busy 1", await Counted(service));
    }

    [Fact]
    public async Task One_bad_entry_and_none_is_kept()
    {
        await using var service = await CdsService.Start();
        var body = One();
        body["feedback"]!.AsArray().Add(new JsonObject { ["card"] = "x" });
        var answer = await service.Call(body, Address);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["feedback[1].card", "feedback[1].outcome", "feedback[1].outcomeTimestamp"], JsonNode.Parse(answer.Body)!["issue"]!.AsArray().Select(i => (string)i!["expression"]![0]!));
        Assert.Equal("", await Counted(service));
    }

    [Fact]
    public async Task What_a_user_wrote_is_kept_for_its_owner_alone_and_never_counted_out()
    {
        await using var service = await CdsService.Start();
        var body = One(outcome: "overridden", reason: "busy");
        body["feedback"]![0]!["overrideReason"]!["userComment"] = "Quillfeather will come next week";
        await Tell(service, body);
        using var counts = await service.Get("/prompts/feedback", service.Key);
        Assert.DoesNotContain("Quillfeather", await counts.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var file = Path.Combine(service.Folder, "patients", "prompts.db");
        Assert.True(File.Exists(file));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task Counts_need_the_key_and_feedback_a_service()
    {
        using var refused = await cds.Service.Get("/prompts/feedback");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await cds.Service.Call(One(), "/cds-services/other/feedback")).Status);
        using var form = await cds.Service.Http.PostAsync(Address, new StringContent("{}"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, form.StatusCode);
    }

    internal static JsonObject One(string card = First, string outcome = "accepted", string at = "2026-11-21T10:00:00Z", string? reason = null)
    {
        var entry = new JsonObject { ["card"] = card, ["outcome"] = outcome, ["outcomeTimestamp"] = at };
        if (outcome == "accepted")
        {
            entry["acceptedSuggestions"] = new JsonArray(new JsonObject { ["id"] = "a0c3b0de-5a55-4a44-8f0a-6a2d0a8f7b10" });
        }

        if (reason is not null)
        {
            entry["overrideReason"] = new JsonObject { ["reason"] = new JsonObject { ["code"] = reason, ["system"] = "https://x" } };
        }

        return new JsonObject { ["feedback"] = new JsonArray(entry) };
    }

    private static async Task Tell(TestService service, JsonObject body) => Assert.Equal((HttpStatusCode.OK, ""), await service.Call(body, Address));

    private static async Task<string> Counted(TestService service) => string.Join(", ", (await service.Json("/prompts/feedback", service.Key))["feedback"]!.AsArray()
        .Select(f => $"{f!["service"]} {f["outcome"]} {f["reasonCode"]} {f["cards"]}"));
}
