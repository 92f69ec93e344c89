using System.Text;
using Microsoft.AspNetCore.Routing;

namespace QofFhir.Service.Tests.Access;

/// <summary>
/// Every endpoint of an aggregator for everybody. A column says the status, and whether what comes names the practice whose data it is: + it does, - it must not.
/// </summary>
public sealed class MatrixTests(AggregatorService aggregator) : IClassFixture<AggregatorService>, IAsyncLifetime
{
    /// <summary>The practice whose data is asked for.</summary>
    private const string Own = "A81001";

    private static readonly (string Role, string? Organisation)?[] Askers =
        [("practice", Own), ("practice", "A81002"), ("network", "U11111"), ("network", "U22222"), ("national", null), ("payer", null), null];

    /// <summary>The same for practice itself, another practice, its network, another network, national, payer, nobody.</summary>
    private static readonly Line[] Lines =
    [
        new("GET /health/live", "200- 200- 200- 200- 200- 200- 200-"),
        new("GET /health/ready", "200- 200- 200- 200- 200- 200- 200-"),
        new("GET /consents", "200+ 200- 200- 200- 200+ 200+ 401-"),
        new("PUT /consents/{ods}", "200+ 403- 403- 403- 200+ 403- 401-") { Ask = $"/consents/{Own}", Body = new { network = false } },
        new("GET /fhir/AuditEvent", "403- 403- 403- 403- 200  403- 401-"),
        new("GET /fhir/AuditEvent/{id}", "403- 403- 403- 403- 200  403- 401-") { Ask = "/fhir/AuditEvent/1" },
        new("GET /fhir/AuditEvent/$verify", "403- 403- 403- 403- 200- 403- 401-"),
        new("GET /fhir/Measure", "200- 200- 200- 200- 200- 200- 401-"),
        new("GET /fhir/Measure/{id}", "404- 404- 404- 404- 404- 404- 401-") { Ask = "/fhir/Measure/none" },
        new("GET /fhir/Library", "200- 200- 200- 200- 200- 200- 401-"),
        new("GET /fhir/Library/{id}", "404- 404- 404- 404- 404- 404- 401-") { Ask = "/fhir/Library/none" },
        new("GET /fhir/ValueSet", "200- 200- 200- 200- 200- 200- 401-"),
        new("GET /fhir/ValueSet/{id}", "404- 404- 404- 404- 404- 404- 401-") { Ask = "/fhir/ValueSet/none" },
        new("GET /fhir/CapabilityStatement/qoffhir-requirements", "200- 200- 200- 200- 200- 200- 401-"),
    ];

    public static TheoryData<string> Endpoints => [.. Lines.Select(l => l.Endpoint)];

    public async Task InitializeAsync()
    {
        using var said = await aggregator.Service.Send(HttpMethod.Put, $"/consents/{Own}", aggregator.Service.Key, new { network = false });
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Every_endpoint_has_its_line()
    {
        var mapped = aggregator.Service.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().SelectMany(
            e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"], (e, method) => $"{method} {e.RoutePattern.RawText}");
        Assert.Equal(Lines.Select(l => l.Endpoint).Order(StringComparer.Ordinal), mapped.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Everybody_gets_what_is_theirs(string endpoint)
    {
        var line = Lines.Single(l => l.Endpoint == endpoint);
        var got = new StringBuilder();
        foreach (var asker in Askers)
        {
            var token = asker is { } known ? aggregator.Token(known.Role, known.Organisation) : null;
            using var answer = await aggregator.Service.Send(new HttpMethod(line.Method), line.Ask, token, line.Body);
            var named = (await answer.Content.ReadAsStringAsync()).Contains(Own, StringComparison.OrdinalIgnoreCase);
            got.Append((int)answer.StatusCode).Append(named ? "+ " : "- ");
        }

        Assert.True(line.Fits(got.ToString()), $"{endpoint}\nexpected {line.Expected}\ngot      {got}");
    }

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task A_token_that_is_valid_and_says_no_right_role_opens_nothing(string endpoint)
    {
        var line = Lines.Single(l => l.Endpoint == endpoint);
        if (line.Method == "GET" && line.Ask.StartsWith("/health/", StringComparison.Ordinal))
        {
            return;
        }

        foreach (var (role, organisation) in new[] { (null, null), ("boss", null), ("practice", null), ("practice national", Own), ("network", "' OR 1=1 --") })
        {
            using var answer = await aggregator.Service.Send(new HttpMethod(line.Method), line.Ask, aggregator.Token(role, organisation), line.Body);
            Assert.Equal(403, (int)answer.StatusCode);
            Assert.DoesNotContain(Own, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    private sealed record Line(string Endpoint, string Expected)
    {
        public string Method => Endpoint.Split(' ')[0];

        /// <summary>What is asked where the endpoint's template is no address.</summary>
        public string Ask { get; init; } = Endpoint.Split(' ')[1];

        public object? Body { get; init; }

        /// <summary>A blank in the place of the sign: it may name the practice.</summary>
        public bool Fits(string got) =>
            Expected.Length == got.TrimEnd().Length && Expected.Zip(got, (wanted, given) => wanted == given || (wanted == ' ' && given is ' ' or '+' or '-')).All(same => same);
    }
}
