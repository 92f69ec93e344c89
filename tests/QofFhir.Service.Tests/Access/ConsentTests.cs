using System.Net;

namespace QofFhir.Service.Tests.Access;

public sealed class ConsentTests(AggregatorService aggregator) : IClassFixture<AggregatorService>
{
    [Fact]
    public async Task A_practice_says_it_for_itself_and_sees_what_it_said_before()
    {
        var practice = aggregator.Token("practice", "B81001", "gp");
        Assert.Empty((await aggregator.Service.Json("/consents", practice))["consents"]!.AsArray());
        foreach (var network in new[] { true, true, false })
        {
            using var said = await aggregator.Service.Send(HttpMethod.Put, "/consents/b81001", practice, new { network });
            Assert.Equal(HttpStatusCode.OK, said.StatusCode);
        }

        var own = Assert.Single((await aggregator.Service.Json("/consents", practice))["consents"]!.AsArray())!;
        Assert.Equal(("B81001", false, "gp"), ((string)own["practice"]!, (bool)own["network"]!, (string)own["by"]!));
        Assert.Equal([false, true], own["history"]!.AsArray().Select(h => (bool)h!["network"]!));
        foreach (var other in new[] { aggregator.Token("practice", "B81002"), aggregator.Token("network", "U1234") })
        {
            Assert.Empty((await aggregator.Service.Json("/consents", other))["consents"]!.AsArray());
        }

        Assert.Contains((await aggregator.Service.Json("/consents", aggregator.Token("payer")))["consents"]!.AsArray(), c => (string)c!["practice"]! == "B81001");
    }

    [Theory]
    [InlineData("practice", "B81003", "B81004", 403)]
    [InlineData("network", "U1234", "B81004", 403)]
    [InlineData("network", "U1234", "U1234", 403)]
    [InlineData("payer", null, "B81004", 403)]
    [InlineData("practice", "B81003", "B81003", 200)]
    [InlineData("national", null, "B81004", 200)]
    [InlineData("national", null, "B'", 400)]
    public async Task Nobody_else_but_the_national_role_says_it(string role, string? organisation, string ods, int status)
    {
        using var answer = await aggregator.Service.Send(HttpMethod.Put, "/consents/" + ods, aggregator.Token(role, organisation), new { network = true });
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"network\":\"yes\"}")]
    [InlineData("")]
    [InlineData("{")]
    public async Task What_is_not_said_is_not_guessed(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/consents/B81005") { Content = new StringContent(body, null, "application/json") };
        request.Headers.Authorization = new("Bearer", aggregator.Service.Key);
        using var answer = await aggregator.Service.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
