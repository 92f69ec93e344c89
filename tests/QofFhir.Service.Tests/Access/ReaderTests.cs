using System.Net;
using System.Text.Json.Nodes;

namespace QofFhir.Service.Tests.Access;

/// <summary>Who is let in to an aggregator.</summary>
public sealed class ReaderTests(AggregatorService aggregator) : IClassFixture<AggregatorService>
{
    private const string Address = "/consents";

    [Theory]
    [InlineData("practice", "A81001", null)]
    [InlineData("practice", "a81001", null)]
    [InlineData("network", "U12345", null)]
    [InlineData("national", null, null)]
    [InlineData("national", "X26", null)]
    [InlineData("payer", null, null)]
    [InlineData(null, "A81001", "names no role")]
    [InlineData("boss", "A81001", "not known here")]
    [InlineData("National", null, "not known here")]
    [InlineData("practice national", "A81001", "more than one role")]
    [InlineData("practice", null, "does not name the organisation")]
    [InlineData("network", null, "does not name the organisation")]
    [InlineData("practice", "A81001 A81002", "more than one organisation")]
    [InlineData("practice", "A8%", "no ODS code")]
    public async Task A_token_says_one_role_with_its_organisation(string? role, string? organisation, string? refusal)
    {
        using var answer = await aggregator.Service.Get(Address, aggregator.Token(role, organisation));
        Assert.Equal(refusal is null ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains(refusal ?? "consents", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roles_as_a_list_are_counted_too()
    {
        var token = aggregator.First.Token(aggregator.Service.Clock.Now, null, "A81001", change: t => t.Claims["qof_role"] = new[] { "practice", "payer" });
        using var answer = await aggregator.Service.Get(Address, token);
        Assert.Contains("more than one role", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_without_a_client_is_nobodys()
    {
        var token = aggregator.First.Token(aggregator.Service.Clock.Now, "national", null, change: t => t.Claims.Remove("client_id"));
        using var answer = await aggregator.Service.Get(Address, token);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Each_issuer_has_its_audiences_and_its_keys()
    {
        var now = aggregator.Service.Clock.Now;
        foreach (var audience in new[] { "third", "other-name" })
        {
            await aggregator.Service.Json(Address, aggregator.Second.Token(now, "payer", null, change: t => t.Audience = audience));
        }

        foreach (var mixed in new[]
        {
            aggregator.Second.Token(now, "payer", null, change: t => t.Audience = "qoffhir"),
            aggregator.Second.Token(now, "payer", null, change: t => (t.Issuer, t.Audience) = (aggregator.First.Name, "qoffhir")),
            aggregator.First.Token(now, "payer", null, change: t => t.Issuer = "https://third.example"),
        })
        {
            using var answer = await aggregator.Service.Get(Address, mixed);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_claims_may_have_other_names()
    {
        await using var service = await aggregator.Start("QofFhir:Jwt:RoleClaim=nhs_role", "QofFhir:Jwt:OrganisationClaim=ods", "QofFhir:Jwt:ClientClaim=app");
        var token = aggregator.First.Token(service.Clock.Now, "network", "A1", change: t => (t.Claims["nhs_role"], t.Claims["ods"], t.Claims["app"]) = ("practice", "A81001", "x"));
        await service.Json(Address, token);
    }

    [Fact]
    public async Task The_services_own_key_runs_the_collection()
    {
        var said = await aggregator.Service.Send(HttpMethod.Put, "/consents/A90000", aggregator.Service.Key, new { network = true });
        Assert.Equal("access-key", (string)JsonNode.Parse(await said.Content.ReadAsStringAsync())!["by"]!);
    }

    [Theory]
    [InlineData("/consents")]
    [InlineData("/fhir/Measure")]
    [InlineData("/")]
    [InlineData("/no-such-address")]
    public async Task Nobody_unknown_learns_anything_on_loopback_either(string address)
    {
        using var refused = await aggregator.Service.Get(address);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        await using var without = await TestService.Start(null, "QofFhir:Roles:0=aggregator");
        using var open = await without.Get(address);
        Assert.Equal(HttpStatusCode.Unauthorized, open.StatusCode);
        await without.Json("/health/ready");
    }
}
