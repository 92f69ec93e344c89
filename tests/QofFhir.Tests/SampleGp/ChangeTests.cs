using System.Net;
using System.Text;
using System.Text.Json;
using QofFhir.SampleGp.Server;
using QofFhir.Tests.SampleGp.Bulk;

namespace QofFhir.Tests.SampleGp;

public sealed class ChangeTests : IAsyncLifetime
{
    private readonly TickingClock _clock = new();
    private SmallPractice _gp = null!;
    private GpClient _search = null!;

    public async Task InitializeAsync()
    {
        _gp = await SmallPractice.Start(s => s with { Clock = _clock, FaultsOverHttp = true });
        _search = new GpClient(_gp.Server.BaseUrl);
    }

    public async Task DisposeAsync()
    {
        _search.Dispose();
        await _gp.DisposeAsync();
    }

    [Fact]
    public async Task A_created_resource_bears_the_servers_time_and_is_found_in_each_way()
    {
        _gp.Records.Put("""{"resourceType":"Observation","id":"new","meta":{"versionId":"7"},"subject":{"reference":"Patient/p1"},"code":{"coding":[{"system":"urn:s","code":"fresh"}]}}""");

        var meta = (await _search.Json("Observation/new")).GetProperty("meta");
        Assert.Equal(("2026-11-22T09:00:00.000Z", "7"), (meta.GetProperty("lastUpdated").GetString(), meta.GetProperty("versionId").GetString()));
        Assert.Equal(["new"], await _search.Ids("Observation?code=urn:s%7Cfresh"));
        Assert.Equal(["new", "p1-bp", "p1-hb"], await _search.Ids("Observation?patient=p1"));
        Assert.Equal(["new"], await _search.Ids("Observation?_lastUpdated=ge2026-11-22T09:00:00.000Z"));
        Assert.Empty(await _search.Ids("Observation?_lastUpdated=ge2026-11-22T09:00:00.001Z"));
    }

    [Fact]
    public async Task The_time_of_a_manifest_parts_what_was_given_from_what_is_new()
    {
        _clock.GoOn(TimeSpan.FromMinutes(1));
        var first = await _gp.Bulk.Manifest();
        var since = first.GetProperty("transactionTime").GetString()!;
        _clock.GoOn(TimeSpan.FromMinutes(1));
        _gp.Records.Put("""{"resourceType":"Patient","id":"p4"}""");
        _gp.Records.Put("""{"resourceType":"Patient","id":"p1","gender":"male"}""");
        _gp.Records.Delete("Observation", "p2-hb");
        _gp.Records.Delete("Observation", "never-there");

        var second = await _gp.Bulk.Manifest("Patient/$export?_type=Patient,Observation&_since=" + since);

        Assert.Equal(["p1", "p4"], await _gp.Bulk.Ids(second));
        Assert.Equal(["Observation/p2-hb"], await _gp.Bulk.Deleted(second));
        Assert.Contains("p2-hb", await _gp.Bulk.Ids(first));
        Assert.DoesNotContain("p2-hb", await _gp.Bulk.Ids("Patient/$export"));
    }

    [Fact]
    public async Task A_change_in_the_very_instant_of_the_manifest_comes_with_the_next()
    {
        var since = (await _gp.Bulk.Manifest()).GetProperty("transactionTime").GetString();
        _gp.Records.Put("""{"resourceType":"Patient","id":"p4"}""");

        Assert.Equal(["p4"], await _gp.Bulk.Ids("Patient/$export?_type=Patient&_since=" + since));
    }

    [Fact]
    public async Task What_comes_back_is_no_longer_deleted()
    {
        _gp.Records.Delete("Patient", "p3");
        _gp.Records.Put("""{"resourceType":"Patient","id":"p3"}""");

        var manifest = await _gp.Bulk.Manifest("Patient/$export?_type=Patient&_since=2026-11-22T00:00:00Z");

        Assert.Empty(BulkClient.Rows(manifest, "deleted"));
        Assert.Equal(["p3"], await _gp.Bulk.Ids(manifest));
    }

    [Fact]
    public async Task Members_join_and_leave_and_their_records_come_and_go_unchanged()
    {
        _gp.Records.Leave("practice", "p2");
        Assert.Equal(["p1", "p3"], await _gp.Bulk.Ids("Group/practice/$export?_type=Patient"));
        Assert.Equal(["p2"], await _search.Ids("Patient?_id=p2"));

        _gp.Records.Join("practice", "p2");
        Assert.Equal(["p1", "p2", "p3"], await _gp.Bulk.Ids("Group/practice/$export?_type=Patient"));
        // Nothing about them changed: a client that asks only for changes does not see them come.
        Assert.Empty(await _gp.Bulk.Ids("Group/practice/$export?_type=Patient&_since=2026-11-22T00:00:00Z"));
    }

    [Fact]
    public async Task A_group_is_a_resource_and_a_member_that_is_inactive_is_none()
    {
        _gp.Records.Put("""{"resourceType":"Group","id":"g","type":"person","actual":true,"member":[{"entity":{"reference":"Patient/p1"}},{"entity":{"reference":"Patient/p3"},"inactive":true}]}""");

        Assert.Equal(["p1"], await _gp.Bulk.Ids("Group/g/$export?_type=Patient"));
    }

    [Fact]
    public async Task Changes_may_come_over_HTTP_all_of_them_or_none()
    {
        const string Good = """{"resourceType":"Bundle","type":"transaction","entry":[{"request":{"method":"PUT","url":"Patient/p9"},"resource":{"resourceType":"Patient","id":"p9"}},{"request":{"method":"DELETE","url":"Patient/p1"}}]}""";

        await GpClient.Refused(HttpStatusCode.BadRequest, await Changes(Good + "\n{\"entry\":[{\"request\":{\"method\":\"PATCH\"}}]}"));
        await GpClient.Refused(HttpStatusCode.BadRequest, await Changes("["));
        await GpClient.Refused(HttpStatusCode.UnsupportedMediaType, await Changes(Good, "text/plain"));
        Assert.Equal(["p1", "p2", "p3"], await _search.Ids("Patient"));

        var answer = await Changes(Good + "\n\n");
        Assert.Equal("2026-11-22T09:00:00.000Z", JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("lastUpdated").GetString());
        Assert.Equal(["p2", "p3", "p9"], await _search.Ids("Patient"));
    }

    [Fact]
    public void A_resource_without_type_or_id_is_none() =>
        Assert.Throws<JsonException>(() => _gp.Records.Put("""{"resourceType":"Patient"}"""));

    private Task<HttpResponseMessage> Changes(string lines, string type = "application/fhir+ndjson") =>
        _search.Http.PostAsync(new Uri(_gp.Server.BaseUrl, "/changes"), new StringContent(lines, Encoding.UTF8, type));
}
