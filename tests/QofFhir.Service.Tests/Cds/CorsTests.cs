using System.Net;

namespace QofFhir.Service.Tests.Cds;

public sealed class CorsTests
{
    private const string Listed = "https://ehr.example";

    [Fact]
    public async Task A_listed_page_may_call_and_no_other()
    {
        await using var service = await CdsService.Start("QofFhir:Cds:Origins:0=" + Listed);
        foreach (var path in new[] { "/cds-services", HookCalls.Prompts, HookCalls.Prompts + "/feedback" })
        {
            using var allowed = await Preflight(service, path, Listed);
            Assert.Equal(HttpStatusCode.NoContent, allowed.StatusCode);
            Assert.Equal(Listed, Header(allowed, "Access-Control-Allow-Origin"));
            Assert.Equal("GET,POST,OPTIONS", Header(allowed, "Access-Control-Allow-Methods"));
            Assert.Equal("Authorization,Content-Type", Header(allowed, "Access-Control-Allow-Headers"));
            Assert.Null(Header(allowed, "Access-Control-Allow-Credentials"));

            using var refused = await Preflight(service, path, "https://evil.example");
            Assert.Null(Header(refused, "Access-Control-Allow-Origin"));
        }

        using var elsewhere = await Preflight(service, "/fhir/MeasureReport", Listed);
        Assert.Null(Header(elsewhere, "Access-Control-Allow-Origin"));
        using var counts = await Preflight(service, "/prompts/feedback", Listed);
        Assert.Null(Header(counts, "Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Refusals_can_be_read_by_a_listed_page_too()
    {
        await using var service = await CdsService.Start("QofFhir:Cds:Origins:0=" + Listed);
        using var request = new HttpRequestMessage(HttpMethod.Post, HookCalls.Prompts) { Content = HookBody.Bare().Json() };
        request.Headers.Add("Origin", Listed);
        using var answer = await service.Http.SendAsync(request);
        Assert.Equal((HttpStatusCode.PreconditionFailed, Listed), (answer.StatusCode, Header(answer, "Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task Without_a_list_no_page_may()
    {
        await using var service = await CdsService.Start();
        using var answer = await Preflight(service, "/cds-services", Listed);
        Assert.Null(Header(answer, "Access-Control-Allow-Origin"));
    }

    private static async Task<HttpResponseMessage> Preflight(TestService service, string path, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, path);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
        return await service.Http.SendAsync(request);
    }

    private static string? Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? values.Single() : null;
}
