using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Tests.Access;

/// <summary>Who asked what is written down before it is answered.</summary>
public sealed class AuditTests(AggregatorService aggregator) : IClassFixture<AggregatorService>
{
    private static int s_number;

    [Theory]
    [InlineData("GET", "/fhir/Measure?name=x", "network", "U12345", 200, "0", "HQUALIMP")]
    [InlineData("GET", "/fhir/Measure/none", "payer", null, 404, "4", "HPAYMT")]
    [InlineData("PUT", "/consents/C81002", "practice", "C81001", 403, "4", "HQUALIMP")]
    [InlineData("PUT", "/consents/C81001", "practice", "C81001", 400, "4", "HQUALIMP")]
    [InlineData("GET", "/fhir/AuditEvent", "network", "U12345", 403, "4", "HQUALIMP")]
    [InlineData("GET", "/no/such/address", "national", null, 404, "4", "HQUALIMP")]
    [InlineData("GET", "/consents", "boss", null, 403, "4", "HQUALIMP")]
    public async Task An_access_is_kept_with_who_what_why_and_its_outcome(string method, string address, string role, string? organisation, int status, string outcome, string purpose)
    {
        var client = $"audited-{Interlocked.Increment(ref s_number)}";
        using var answer = await aggregator.Service.Send(new HttpMethod(method), address, aggregator.Token(role, organisation, client), method != "PUT" ? null : status == 400 ? new { network = (object)1 } : new { network = (object)true });
        Assert.Equal(status, (int)answer.StatusCode);
        var kept = Assert.Single(await Events("agent=" + client));
        Assert.Equal((outcome, $"HTTP {status}", purpose), ((string)kept["outcome"]!, (string)kept["outcomeDesc"]!, (string)kept["purposeOfEvent"]![0]!["coding"]![0]!["code"]!));
        Assert.Equal((client, aggregator.First.Name), ((string)kept["agent"]![0]!["who"]!["identifier"]!["value"]!, (string)kept["agent"]![0]!["who"]!["identifier"]!["system"]!));
        Assert.Equal(role == "boss" ? null : organisation, ((string?)kept["agent"]![1]!["who"]!["reference"])?["Organization/".Length..]);
        Assert.Equal(address.Split('?')[0], (string)kept["entity"]![0]!["name"]!);
        if (address.Contains('?', StringComparison.Ordinal))
        {
            Assert.Equal(address, Encoding.UTF8.GetString(Convert.FromBase64String((string)kept["entity"]![1]!["query"]!)));
        }
    }

    [Fact]
    public async Task Whoever_is_refused_unknown_is_kept_too_and_what_is_open_to_all_is_not()
    {
        var path = $"/fhir/unknown-{Interlocked.Increment(ref s_number)}";
        using var refused = await aggregator.Service.Get(path, "no-key");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal("unknown", (string)Assert.Single(await Events("entity=" + path))["agent"]![0]!["who"]!["display"]!);
        await aggregator.Service.Json("/health/live");
        Assert.Empty(await Events("entity=/health/live"));
    }

    [Theory]
    [InlineData("/fhir/Patient?identifier=https://fhir.nhs.uk/Id/nhs-number|9434765919")]
    [InlineData("/fhir/MeasureReport?_id=x&identifier=943+476+5919")]
    [InlineData("/fhir/Patient/943%2D476%2D5919")]
    public async Task A_patient_who_is_asked_for_is_not_kept_though_the_asking_is(string address)
    {
        var client = $"curious-{Interlocked.Increment(ref s_number)}";
        using var answer = await aggregator.Service.Get(address, aggregator.Token("payer", null, client));
        var kept = Assert.Single(await Events("agent=" + client));
        var query = kept["entity"]!.AsArray().Select(e => (string?)e!["query"]).OfType<string>().Select(q => Encoding.UTF8.GetString(Convert.FromBase64String(q)));
        Assert.DoesNotContain(query.Append(kept.ToJsonString()), t => t.Contains("5919", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("PUBHLTH", 200)]
    [InlineData("CURIOSITY", 400)]
    public async Task A_purpose_may_be_said_in_known_words(string purpose, int status)
    {
        var client = $"purpose-{purpose}";
        using var request = new HttpRequestMessage(HttpMethod.Get, "/consents");
        request.Headers.Authorization = new("Bearer", aggregator.Token("payer", null, client));
        request.Headers.Add("X-Purpose-Of-Use", purpose);
        using var answer = await aggregator.Service.Http.SendAsync(request);
        Assert.Equal(status, (int)answer.StatusCode);
        var kept = Assert.Single(await Events(status == 200 ? "agent=" + client : "outcome=4&entity=/consents&agent=" + client));
        Assert.Equal(status == 200 ? purpose : "HPAYMT", (string)kept["purposeOfEvent"]![0]!["coding"]![0]!["code"]!);
    }

    [Fact]
    public async Task Events_are_searched_by_page_and_read_by_id()
    {
        for (var i = 0; i < 5; i++)
        {
            await aggregator.Service.Json("/consents?i=" + i, aggregator.Token("network", "U77777", "pages"));
        }

        var page = await aggregator.Service.Json("/fhir/AuditEvent?agent=Organization/U77777&date=ge2026-11-30&outcome=0&_count=2", aggregator.Service.Key);
        Assert.Equal((5, 2), ((int)page["total"]!, page["entry"]!.AsArray().Count));
        var next = await aggregator.Service.Json((string)page["link"]!.AsArray().Single(l => (string)l!["relation"]! == "next")!["url"]!, aggregator.Service.Key);
        var ids = page["entry"]!.AsArray().Concat(next["entry"]!.AsArray()).Select(e => (string)e!["resource"]!["id"]!).ToArray();
        Assert.Equal(4, ids.Distinct().Count());
        Assert.Equal(ids[0], (string)(await aggregator.Service.Json("/fhir/AuditEvent/" + ids[0], aggregator.Service.Key))["id"]!);
        Assert.Empty(await Events("agent=pages&date=lt2026-11-30"));
        foreach (var wrong in new[] { "date=soon", "agent:missing=true", "colour=red", "outcome=5", "_count=x" })
        {
            using var refused = await aggregator.Service.Get("/fhir/AuditEvent?" + wrong, aggregator.Service.Key);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }
    }

    [Fact]
    public async Task What_cannot_be_written_down_is_not_answered()
    {
        await using var service = await aggregator.Start();
        await service.Json("/fhir/Measure?_count=1", service.Key);
        service.Service<IDatabase>().Write((c, t) => c.Execute("DROP TABLE audit_head", null, t));
        foreach (var address in new[] { "/fhir/Measure?_count=1", "/consents", "/no-such-address" })
        {
            using var answer = await service.Get(address, service.Key);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Contains("send the same again later", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        await service.Json("/health/live");
    }

    [Fact]
    public async Task A_row_that_was_changed_or_is_missing_shows()
    {
        await using var service = await aggregator.Start();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => service.Json("/consents", service.Key)));
        var whole = await Verified(service);
        Assert.Equal(("true", "40"), (whole["intact"], whole["events"]));
        var database = service.Service<IDatabase>();
        foreach (var harm in new[] { "UPDATE audit_event SET status = 404 WHERE number = 7", "DELETE FROM audit_event WHERE number = 7" })
        {
            var refused = Assert.ThrowsAny<System.Data.Common.DbException>(() => database.Write((c, t) => c.Execute(harm, null, t)));
            Assert.Contains("only added to", refused.Message, StringComparison.Ordinal);
        }

        database.Write((c, t) => c.Execute("DROP TRIGGER audit_event_kept; DELETE FROM audit_event WHERE number >= 41", null, t));
        var shortened = await Verified(service);
        Assert.Equal(("false", "41"), (shortened["intact"], shortened["fault"]));
        database.Write((c, t) => c.Execute("DELETE FROM audit_event WHERE number = 7", null, t));
        var holed = await Verified(service);
        Assert.Equal(("false", "7"), (holed["intact"], holed["fault"]));
    }

    private static async Task<Dictionary<string, string>> Verified(TestService service) =>
        (await service.Json("/fhir/AuditEvent/$verify", service.Key))["parameter"]!.AsArray().ToDictionary(
            p => (string)p!["name"]!, p => (p!["valueString"] ?? p["valueBoolean"])!.ToString());

    private async Task<IReadOnlyList<JsonNode>> Events(string query) =>
        [.. (await aggregator.Service.Json("/fhir/AuditEvent?" + query, aggregator.Service.Key))["entry"]?.AsArray().Select(e => e!["resource"]!) ?? []];
}
