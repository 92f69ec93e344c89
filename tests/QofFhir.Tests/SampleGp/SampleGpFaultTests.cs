using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using QofFhir.SampleGp.Practice;
using QofFhir.SampleGp.Server;
using QofFhir.SampleGp.Server.Faults;

namespace QofFhir.Tests.SampleGp;

public sealed class SampleGpFaultTests : IAsyncLifetime
{
    private const string Search = "Condition?_count=10";

    private SampleGpServer _server = null!;
    private GpClient _gp = null!;

    public async Task InitializeAsync()
    {
        _server = await SampleGpServer.StartAsync(new SampleGpSettings(SamplePractice.Folder) { FaultsOverHttp = true });
        _gp = new GpClient(_server.BaseUrl);
    }

    public async Task DisposeAsync()
    {
        _gp.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Off_cuts_every_connection_until_it_is_on_again()
    {
        _server.Faults.Plan = new() { Off = true };
        await Assert.ThrowsAsync<HttpRequestException>(() => _gp.Get(Search));
        await Assert.ThrowsAsync<HttpRequestException>(() => _gp.Get("metadata"));

        _server.Faults.Plan = new();
        Assert.Equal(HttpStatusCode.OK, (await _gp.Get(Search)).StatusCode);
    }

    [Fact]
    public async Task It_stops_after_so_many_requests()
    {
        _server.Faults.Plan = new() { StopAfter = 2 };

        await _gp.Get(Search);
        await _gp.Get(Search);
        await Assert.ThrowsAsync<HttpRequestException>(() => _gp.Get(Search));
        Assert.Equal(3, _server.Faults.Requests);
    }

    [Fact]
    public async Task A_server_that_is_disposed_refuses_connections()
    {
        await _server.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => _gp.Get(Search));
    }

    [Fact]
    public async Task The_next_requests_are_too_many_and_say_when_to_come_again()
    {
        _server.Faults.Plan = new() { TooManyRequests = 2, RetryAfterSeconds = 7 };

        for (var i = 0; i < 2; i++)
        {
            var refused = await _gp.Get(Search);
            await GpClient.Refused(HttpStatusCode.TooManyRequests, refused);
            Assert.Equal(TimeSpan.FromSeconds(7), refused.Headers.RetryAfter?.Delta);
        }

        Assert.Equal(HttpStatusCode.OK, (await _gp.Get(Search)).StatusCode);
    }

    [Fact]
    public async Task Retry_After_may_be_a_date()
    {
        await using var server = await SampleGpServer.StartAsync(new SampleGpSettings(SamplePractice.Folder) { Clock = new StillClock() });
        using var gp = new GpClient(server.BaseUrl);
        server.Faults.Plan = new() { TooManyRequests = 1, RetryAfterSeconds = 60, RetryAfterAsDate = true };

        Assert.Equal(StillClock.Now.AddMinutes(1), (await gp.Get(Search)).Headers.RetryAfter?.Date);
    }

    [Fact]
    public async Task Unavailable_comes_after_too_many()
    {
        _server.Faults.Plan = new() { TooManyRequests = 1, Unavailable = 1 };

        var first = await _gp.Get(Search);
        Assert.Null(first.Headers.RetryAfter);
        Assert.Equal(
            [HttpStatusCode.TooManyRequests, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK],
            [first.StatusCode, (await _gp.Get(Search)).StatusCode, (await _gp.Get(Search)).StatusCode]);
    }

    [Fact]
    public async Task A_hanging_request_ends_when_the_client_gives_up_and_the_next_is_answered()
    {
        _server.Faults.Plan = new() { Hang = 1 };
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(150));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _gp.Http.GetAsync(_gp.Url(Search), patience.Token));
        Assert.Equal(HttpStatusCode.OK, (await _gp.Get(Search)).StatusCode);
    }

    [Fact]
    public async Task Slow_answers_come_late()
    {
        _server.Faults.Plan = new() { SlowMilliseconds = 120 };
        var started = TimeProvider.System.GetTimestamp();

        Assert.Equal(HttpStatusCode.OK, (await _gp.Get(Search)).StatusCode);
        Assert.True(TimeProvider.System.GetElapsedTime(started) >= TimeSpan.FromMilliseconds(110));
    }

    [Fact]
    public async Task Without_the_bearer_token_only_the_capability_statement_is_given()
    {
        _server.Faults.Plan = new() { BearerToken = "sample-token" };
        using var wrong = new HttpRequestMessage(HttpMethod.Get, _gp.Url(Search));
        wrong.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "another");
        using var right = new HttpRequestMessage(HttpMethod.Get, _gp.Url(Search));
        right.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "sample-token");

        var without = await _gp.Get(Search);
        await GpClient.Refused(HttpStatusCode.Unauthorized, without);
        Assert.Equal("Bearer", without.Headers.WwwAuthenticate.ToString());
        await GpClient.Refused(HttpStatusCode.Unauthorized, await _gp.Http.SendAsync(wrong));
        Assert.Equal(HttpStatusCode.OK, (await _gp.Http.SendAsync(right)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _gp.Get("metadata")).StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_code_filter_may_be_ignored_and_the_self_link_may_or_may_not_tell(bool silently)
    {
        _server.Faults.Plan = new() { IgnoreCode = true, IgnoreCodeSilently = silently };

        var bundle = await _gp.Json("Condition?code=http%3A%2F%2Fsnomed.info%2Fsct%7C44054006&_count=0");
        var everything = await _gp.Json("Condition?_count=0");

        Assert.Equal(everything.GetProperty("total").GetInt32(), bundle.GetProperty("total").GetInt32());
        Assert.Equal(silently, GpClient.Link(bundle, "self")!.Contains("code=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Code_in_may_be_refused_for_a_value_set_that_is_known()
    {
        await using var server = await SampleGpServer.StartAsync(new SampleGpSettings(SamplePractice.Folder)
        {
            ValueSets = new Dictionary<string, IReadOnlySet<string>> { ["urn:known"] = new HashSet<string> { "http://snomed.info/sct|44054006" } },
        });
        using var gp = new GpClient(server.BaseUrl);
        Assert.NotEmpty(await gp.Ids("Condition?code:in=urn:known"));

        server.Faults.Plan = new() { RefuseIn = true };

        await GpClient.Refused(HttpStatusCode.BadRequest, await gp.Get("Condition?code:in=urn:known"));
        Assert.NotEmpty(await gp.Ids("Condition?code=http%3A%2F%2Fsnomed.info%2Fsct%7C44054006"));
    }

    [Fact]
    public async Task A_page_may_repeat_the_last_resource_of_the_page_before()
    {
        var whole = await _gp.Ids(Search);
        _server.Faults.Plan = new() { DuplicateAcrossPages = true };

        var pages = (await _gp.Pages(Search)).Select(GpClient.IdsOf).ToList();

        Assert.Equal(pages[0][^1], pages[1][0]);
        Assert.Equal(whole.Count + pages.Count - 1, pages.Sum(p => p.Count));
        Assert.Equal(whole, pages.SelectMany(p => p).Distinct());
    }

    [Fact]
    public async Task A_page_may_be_half_a_JSON_document()
    {
        _server.Faults.Plan = new() { BrokenJson = 1 };

        var body = await (await _gp.Get(Search)).Content.ReadAsByteArrayAsync();

        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(body));
        Assert.Equal(10, GpClient.IdsOf(await _gp.Json(Search)).Count);
    }

    [Fact]
    public async Task A_body_may_break_off()
    {
        _server.Faults.Plan = new() { TruncatedBody = 1 };

        await Assert.ThrowsAsync<HttpRequestException>(() => _gp.Get(Search));
        Assert.Equal(10, GpClient.IdsOf(await _gp.Json(Search)).Count);
    }

    [Fact]
    public async Task A_page_may_carry_a_warning_among_its_entries()
    {
        _server.Faults.Plan = new() { OutcomeWarning = true };

        var bundle = await _gp.Json(Search);
        var outcome = bundle.GetProperty("entry").EnumerateArray().Single(e => e.GetProperty("search").GetProperty("mode").GetString() == "outcome").GetProperty("resource");

        Assert.Equal(10, GpClient.IdsOf(bundle).Count);
        Assert.Equal(("OperationOutcome", "warning"), (outcome.GetProperty("resourceType").GetString(), outcome.GetProperty("issue")[0].GetProperty("severity").GetString()));
    }

    [Fact]
    public async Task The_next_link_may_lead_to_its_own_page()
    {
        _server.Faults.Plan = new() { WrongNext = WrongNext.SamePage };

        var pages = await _gp.Pages(Search, most: 4);

        Assert.Equal(4, pages.Count);
        Assert.All(pages, p => Assert.Equal(GpClient.IdsOf(pages[0]), GpClient.IdsOf(p)));
    }

    [Fact]
    public async Task The_next_link_may_be_gone_missing_or_on_another_host()
    {
        _server.Faults.Plan = new() { WrongNext = WrongNext.Gone };
        await GpClient.Refused(HttpStatusCode.Gone, await _gp.Http.GetAsync(new Uri(GpClient.Link(await _gp.Json(Search), "next")!)));

        _server.Faults.Plan = new() { WrongNext = WrongNext.Missing };
        Assert.Null(GpClient.Link(await _gp.Json(Search), "next"));

        _server.Faults.Plan = new() { WrongNext = WrongNext.OtherHost };
        Assert.Equal("elsewhere.invalid", new Uri(GpClient.Link(await _gp.Json(Search), "next")!).Host);
    }

    [Fact]
    public async Task A_plan_may_be_set_and_read_over_HTTP()
    {
        Assert.Equal(HttpStatusCode.NoContent, (await Plan("""{"tooManyRequests":1,"retryAfterSeconds":3,"wrongNext":"samePage"}""")).StatusCode);

        Assert.Equal(new SampleGpFaultPlan { TooManyRequests = 1, RetryAfterSeconds = 3, WrongNext = WrongNext.SamePage }, _server.Faults.Plan);
        Assert.Contains("\"wrongNext\":\"samePage\"", await _gp.Http.GetStringAsync(_server.FaultsUrl), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await _gp.Get(Search)).StatusCode);

        await Plan("{}");
        Assert.Equal(new SampleGpFaultPlan(), _server.Faults.Plan);
    }

    [Theory]
    [InlineData("""{"of":true}""")]
    [InlineData("""{"off":"yes"}""")]
    [InlineData("""{"wrongNext":9}""")]
    [InlineData("[")]
    public async Task A_plan_that_is_none_changes_nothing(string json)
    {
        _server.Faults.Plan = new() { Hang = 3 };

        await GpClient.Refused(HttpStatusCode.BadRequest, await Plan(json));
        Assert.Equal(3, _server.Faults.Plan.Hang);
    }

    [Fact]
    public async Task A_plan_must_be_sent_as_JSON()
    {
        using var content = new StringContent("""{"off":true}""", Encoding.UTF8, "text/plain");

        await GpClient.Refused(HttpStatusCode.UnsupportedMediaType, await _gp.Http.PostAsync(_server.FaultsUrl, content));
        Assert.False(_server.Faults.Plan.Off);
    }

    private async Task<HttpResponseMessage> Plan(string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        return await _gp.Http.PostAsync(_server.FaultsUrl, content);
    }

    private sealed class StillClock : TimeProvider
    {
        public static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-11-30T12:00:00Z", CultureInfo.InvariantCulture);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
