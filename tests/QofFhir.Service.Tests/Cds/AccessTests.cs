using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Tests.Cds;

/// <summary>Who gets what of each endpoint, by how the service is configured.</summary>
public sealed class AccessTests(ClinicalSystem ehr, IssuerService trusted) : IClassFixture<ClinicalSystem>, IClassFixture<IssuerService>
{
    /// <summary>Answers to: nobody, our key, a client's token, a word.</summary>
    private static readonly Dictionary<string, (string Open, string Clients, string Issuer)> Lines = new()
    {
        ["GET /cds-services"] = ("200 200 200 200", "401 200 200 401", "401 200 401 401"),
        ["POST /cds-services/{id}"] = ("200 200 200 200", "401 200 200 401", "401 200 401 401"),
        ["POST /cds-services/{id}/feedback"] = ("200 200 200 200", "401 200 200 401", "401 200 401 401"),
        ["POST /cds-services/snoozes"] = ("200 200 200 200", "401 200 200 401", "401 200 401 401"),
        ["GET /prompts/switches"] = ("401 200 401 401", "401 200 401 401", "401 200 401 401"),
        ["PUT /prompts/switches"] = ("401 204 401 401", "401 204 401 401", "401 204 401 401"),
        ["DELETE /prompts/switches"] = ("401 204 401 401", "401 204 401 401", "401 204 401 401"),
        ["GET /prompts/feedback"] = ("401 200 401 401", "401 200 401 401", "401 200 401 401"),
    };

    [Fact]
    public void Every_endpoint_has_its_line()
    {
        var mapped = ehr.Service.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [], (e, m) => $"{m} {e.RoutePattern.RawText!.TrimEnd('/')}")
            .Where(e => e.Contains("/cds-services", StringComparison.Ordinal) || e.Contains("/prompts", StringComparison.Ordinal));
        Assert.Equal(Lines.Keys.Order(StringComparer.Ordinal), mapped.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task On_this_machine_without_clients_everybody_may_call()
    {
        await using var service = await CdsService.Start();
        await Check(service, l => l.Open);
    }

    [Fact]
    public Task With_clients_each_call_needs_the_token_of_one() => Check(ehr.Service, l => l.Clients);

    [Fact]
    public Task With_an_issuer_and_no_client_its_tokens_are_needed() => Check(trusted.Service, l => l.Issuer);

    [Theory]
    [InlineData("/cds-services/snoozes")]
    [InlineData("/cds-services/qof-prompts")]
    [InlineData("/cds-services/qof-prompts/feedback")]
    [InlineData("/cds-services/none/feedback")]
    public async Task Who_is_not_known_learns_nothing_of_the_body_that_was_sent(string path)
    {
        foreach (var (body, type) in new[] { ("{", "application/json"), ("[]", "application/json"), ("", "application/json"), ("x", "text/plain") })
        {
            using var answer = await ehr.Service.Http.PostAsync(path, new StringContent(body, System.Text.Encoding.UTF8, type));
            Assert.Equal((path, body, 401), (path, body, (int)answer.StatusCode));
        }
    }

    [Theory]
    [InlineData("QofFhir:Roles:0=cds")]
    [InlineData("QofFhir:Roles:0=worker QofFhir:Roles:1=cds")]
    public async Task Open_to_others_the_role_needs_clients(string settings)
    {
        var fault = await Assert.ThrowsAsync<SettingsException>(() => IssuerService.Start(trusted.KeySetFile("a.json"), ["urls=http://0.0.0.0:0", .. settings.Split(' ')]));
        Assert.Contains("Cds:Clients", Assert.Single(fault.Mistakes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_to_others_without_clients_the_role_is_off_unless_it_is_asked_for()
    {
        await using var service = await IssuerService.Start(trusted.KeySetFile("b.json"), "urls=http://0.0.0.0:0");
        using var answer = await service.Get("/cds-services", service.Key);
        Assert.Equal(404, (int)answer.StatusCode);
    }

    private async Task Check(TestService service, Func<(string Open, string Clients, string Issuer), string> expected)
    {
        foreach (var (endpoint, line) in Lines)
        {
            var (method, path) = endpoint.Split(' ') is [var m, var p] ? (m, p.Replace("{id}", "qof-prompts", StringComparison.Ordinal)) : default;
            JsonObject? body = (method, path) switch
            {
                ("GET" or "DELETE", _) => null,
                ("PUT", _) => new JsonObject { ["name"] = "*", ["reason"] = "A test" },
                (_, "/cds-services/snoozes") => new JsonObject { ["patientId"] = "p1", ["days"] = 1, ["reason"] = "other" },
                _ => path.EndsWith("feedback", StringComparison.Ordinal) ? FeedbackTests.One() : HookBody.Whole(),
            };
            var got = new List<int>();
            foreach (var token in new[] { null, service.Key, ehr.Token(service, path), "word" })
            {
                using var answer = await service.Send(new HttpMethod(method), method == "DELETE" ? path + "?name=*" : path, token, body);
                got.Add((int)answer.StatusCode);
            }

            Assert.Equal($"{endpoint}: {expected(line)}", $"{endpoint}: {string.Join(' ', got)}");
        }
    }
}
