using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace QofFhir.Service.Tests.Improvement;

/// <summary>Two people at one plan, and what is refused.</summary>
public sealed class EditingTests(IdlePlans idle) : IClassFixture<IdlePlans>
{
    private const string Today = "2026-11-30";

    private TestService Service => idle.Service;

    private static object Answer(string value, string field = "issues") => new { by = "Ann", entry = new { field, value } };

    [Fact]
    public async Task Whoever_comes_second_to_an_entry_is_told_and_nothing_is_lost()
    {
        const string Plan = $"/practices/{TestService.Ods}/qi/end-of-life/2026";
        var (field, entry) = (await Field("end-of-life"), "answers/first");
        var first = await Service.Put(entry, Answer("one", field), Plan);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Service.Call(HttpMethod.Put, $"{Plan}/{entry}", Answer("two", field))).Status);
        Assert.Equal("\"2\"", await Service.Put(entry, Answer("two", field), Plan, first));
        var (status, behind, _) = await Service.Call(HttpMethod.Put, $"{Plan}/{entry}", Answer("three", field), first);
        Assert.Equal((HttpStatusCode.PreconditionFailed, 2), (status, (int)behind!["version"]!));
        Assert.Equal("two", (string)behind["now"]!["plan"]!["answers"]![0]!["value"]!);

        var history = (await Service.Json(Plan + "/history", Service.Key))["versions"]!.AsArray();
        Assert.Equal(["two", "one"], history.Select(v => (string)v!["entry"]!["value"]!));
        Assert.Equal(HttpStatusCode.NoContent, (await Service.Call(HttpMethod.Delete, $"{Plan}/{entry}?by=Bob", null, "\"2\"")).Status);
        Assert.Empty((await Service.Json(Plan, Service.Key))["plan"]!["answers"]!.AsArray());
        Assert.Equal("\"4\"", await Service.Put(entry, Answer("again", field), Plan));
        Assert.Equal(4, (await Service.Json(Plan + "/history", Service.Key))["versions"]!.AsArray().Count);
    }

    [Fact]
    public async Task Twenty_people_at_once_lose_nothing()
    {
        const string Plan = $"/practices/{TestService.Ods}/qi/workforce-wellbeing/2026";
        var sent = await Task.WhenAll(Enumerable.Range(1, 20).Select(i => Service.Call(
            HttpMethod.Put, $"{Plan}/meetings/m{i}", PlanService.Meeting($"2026-10-{i:00}"))));
        Assert.All(sent, s => Assert.Equal(HttpStatusCode.Created, s.Status));
        Assert.Equal(20, (await Service.Json(Plan, Service.Key))["plan"]!["meetings"]!.AsArray().Count);

        var same = await Task.WhenAll(Enumerable.Range(1, 20).Select(i => Service.Call(
            HttpMethod.Put, $"{Plan}/meetings/m1", PlanService.Meeting("2026-10-01", learning: $"learning {i}"), "\"1\"")));
        Assert.Single(same, s => s.Status == HttpStatusCode.OK);
        Assert.Equal(19, same.Count(s => s.Status == HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task What_was_changed_since_it_was_seen_is_not_declared()
    {
        const string Plan = $"/practices/{TestService.Ods}/qi/optimising-access/2026";
        var (_, _, seen) = await Service.Call(HttpMethod.Get, Plan);
        await Service.Put("meetings/m1", PlanService.Meeting("2026-10-01"), Plan);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Service.Call(HttpMethod.Post, Plan + "/declaration", new { by = "Ann" }, seen)).Status);
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await Service.Call(HttpMethod.Post, Plan + "/declaration", new { by = "Ann" })).Status);
        await Service.Declare(Plan);
    }

    [Theory]
    [InlineData("meetings/m", "{\"on\":\"2026-12-01\",\"network\":\"U99999\",\"attendees\":[\"A99999\"]}", 422, "in the future")]
    [InlineData("meetings/m", "{\"on\":\"2026-11-30\",\"network\":\"U99999\",\"attendees\":[]}", 422, "nobody was there")]
    [InlineData("objectives/o", "{\"measure\":\"NSAID65\",\"target\":90,\"direction\":\"higher\",\"by\":\"2027-03-01\",\"setOn\":\"2026-11-01\"}", 422, "no baseline yet")]
    [InlineData("cycles/c", "{\"aim\":\"a\",\"change\":\"\",\"plan\":\"\",\"do\":\"\",\"study\":\"\",\"act\":\"\",\"started\":\"2026-11-02\",\"ended\":\"2026-11-01\",\"results\":[]}", 422, "before the cycle began")]
    [InlineData("meetings/m", "{\"on\":\"2026-11-30\"}", 400, "missing: network, attendees")]
    [InlineData("meetings/m", "{\"on\":\"yesterday\",\"network\":\"U99999\",\"attendees\":[]}", 400, "$.on")]
    [InlineData("meetings/m", "{\"on\":\"2026-11-30\",\"network\":\"U99999\",\"attendees\":[],\"more\":1}", 400, "not known")]
    [InlineData("meetings/m", "[]", 400, "was expected")]
    [InlineData("meetings/not an id", "{\"on\":\"2026-11-30\",\"network\":\"U99999\",\"attendees\":[\"A99999\"]}", 422, "no identifier")]
    [InlineData("meetings/m", "{\"on\":\"2026-11-30\",\"on\":\"2026-11-29\",\"network\":\"U99999\",\"attendees\":[\"A99999\"]}", 400, "was expected")]
    [InlineData("meetings/m", "{\"on\":\"2026-11-30\",\"network\":\"U99999\",\"attendees\":[\"A99999\"],\"learning\":\"\\ud800\"}", 400, "was expected")]
    [InlineData("cycles/c", "{\"aim\":\"a\",\"change\":\"\",\"plan\":\"\",\"do\":\"\",\"study\":\"\",\"act\":\"\",\"started\":\"2026-11-02\",\"results\":[\"no-such\"]}", 422, "no measurement of the plan")]
    [InlineData("cycles/c", "{\"aim\":\"a\",\"change\":\"\",\"plan\":\"\",\"do\":\"\",\"study\":\"\",\"act\":\"\",\"started\":\"2026-11-02\",\"results\":[null]}", 400, "$.results")]
    [InlineData("meetings/declaration", "{\"on\":\"2026-11-30\",\"network\":\"U99999\",\"attendees\":[\"A99999\"]}", 422, "an entry of another kind")]
    [InlineData("wishes/w", "{}", 404, "no such entries")]
    [InlineData("baselines/b", "{}", 405, "counted from the record")]
    public async Task What_cannot_be_is_refused_with_a_reason(string entry, string body, int status, string why)
    {
        var sent = new StringContent("{\"by\":\"Ann\",\"entry\":" + body + "}", Encoding.UTF8, "application/json");
        var (answered, problem, _) = await Service.Call(HttpMethod.Put, $"{PlanService.Plan}/{entry}", sent);
        Assert.Equal(status, (int)answered);
        Assert.Contains(why, (string)problem!["detail"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"entry\":{}}")]
    [InlineData("{\"by\":\" \",\"entry\":{}}")]
    [InlineData("{\"by\":\"Ann\"}")]
    [InlineData("broken")]
    [InlineData("")]
    [InlineData("{\"by\":\"Ann\",\"by\":\"Bob\",\"entry\":{}}")]
    [InlineData("{\"by\":\"\\ud800\",\"entry\":{}}")]
    [InlineData("{\"by\":\"Ann\",\"entry\":{},\"on\":\"2026-11-30\"}")]
    public async Task Nobody_writes_without_a_name_or_a_body(string body)
    {
        var (status, _, _) = await Service.Call(HttpMethod.Put, $"{PlanService.Plan}/meetings/m", new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Theory]
    [InlineData("PUT", "/meetings/m")]
    [InlineData("POST", "/baselines")]
    [InlineData("POST", "/declaration")]
    public async Task A_body_of_a_megabyte_is_not_read(string method, string address)
    {
        var (status, _, _) = await Service.Call(new HttpMethod(method), PlanService.Plan + address, new StringContent(new string(' ', 1 << 20)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
    }

    [Fact]
    public async Task A_cycle_that_goes_on_stays_in_the_plan()
    {
        const string Plan = $"/practices/{TestService.Ods}/qi/early-cancer-diagnosis/2026";
        await Service.Put("cycles/c", new { by = "Ann", entry = new { aim = "a", change = "c", plan = "p", @do = "", study = "", act = "", started = "2026-11-02", results = Array.Empty<string>() } }, Plan);
        var cycle = Assert.Single((await Service.Json(Plan, Service.Key))["plan"]!["cycles"]!.AsArray())!;
        Assert.Equal(("a", null), ((string)cycle["aim"]!, (string?)cycle["ended"]));
    }

    [Fact]
    public async Task An_identifier_stays_with_its_kind_also_when_its_entry_is_gone()
    {
        const string Plan = $"/practices/{TestService.Ods}/qi/demand-and-capacity/2026";
        var meeting = await Service.Put("meetings/one", PlanService.Meeting("2026-10-01"), Plan);
        var answer = Answer("one", await Field("demand-and-capacity"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Service.Call(HttpMethod.Put, Plan + "/answers/one", answer)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Service.Call(HttpMethod.Delete, Plan + "/answers/one?by=Ann", null, meeting)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await Service.Call(HttpMethod.Delete, Plan + "/meetings/one?by=Ann", null, meeting)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Service.Call(HttpMethod.Put, Plan + "/answers/one", answer)).Status);
    }

    [Theory]
    [InlineData("{\"by\":\"Ann\",\"on\":{}}")]
    [InlineData("{\"by\":\"Ann\",\"on\":[]}")]
    [InlineData("{\"by\":\"Ann\",\"on\":5}")]
    [InlineData("{\"by\":\"Ann\",\"On\":\"2026-11-29\"}")]
    [InlineData("{\"by\":\"Ann\",\"on\":\"0001-01-01\"}")]
    public async Task A_day_that_cannot_be_read_is_not_taken_for_today(string body)
    {
        var (status, _, _) = await Service.Call(HttpMethod.Post, $"{PlanService.Plan}/baselines", new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Theory]
    [InlineData("GET", PlanService.Plan)]
    [InlineData("GET", PlanService.Plan + "/history")]
    [InlineData("GET", PlanService.Plan + "/patients")]
    [InlineData("GET", PlanService.Plan + "/record")]
    [InlineData("PUT", PlanService.Plan + "/meetings/m")]
    [InlineData("POST", PlanService.Plan + "/baselines")]
    [InlineData("POST", PlanService.Plan + "/declaration")]
    [InlineData("PUT", "/qi/modules/mine?by=Ann")]
    [InlineData("GET", "/qi/networks/U99999/prescribing-safety/2026")]
    public async Task The_key_is_needed(string method, string address)
    {
        using var answer = await Service.Send(new HttpMethod(method), address);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_practice_without_records_cannot_be_counted_and_says_so()
    {
        var (status, problem, _) = await Service.Call(HttpMethod.Post, PlanService.Plan + "/baselines", new { by = "Ann" });
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("run it first", (string)problem!["detail"]!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await Service.Call(HttpMethod.Post, PlanService.Plan + "/baselines", new { by = "Ann", on = "2026-12-01" })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Service.Call(HttpMethod.Get, $"/practices/{TestService.Ods}/qi/no-such/2026")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Service.Call(HttpMethod.Get, "/practices/Z1/qi/prescribing-safety/2026")).Status);
    }

    private async Task<string> Field(string module) => (string)(await Service.Json("/qi/modules/" + module))["template"]![0]!["id"]!;
}
