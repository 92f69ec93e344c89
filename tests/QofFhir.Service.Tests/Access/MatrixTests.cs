using System.Text;
using Microsoft.AspNetCore.Routing;
using QofFhir.Service.Tests.Collection;

namespace QofFhir.Service.Tests.Access;

/// <summary>
/// Every endpoint of an aggregator for everybody. A column says the status, and whether what comes holds data of the practice: + it does, - it must not, neither: it may.
/// </summary>
public sealed class MatrixTests(AggregatorService aggregator) : IClassFixture<AggregatorService>, IAsyncLifetime
{
    /// <summary>The practice whose data is asked for.</summary>
    private const string Own = "A81001";

    private const string Framework = "qof-england-2026-27";
    private const string Day = "2026-11-28";
    private const string Evaluated = $"$evaluate-measure?measure={Framework}-dm020&periodStart=2026-04-01&periodEnd=2027-03-31&achievementDate={Day}&reporter=Organization/{Own}";

    private const string Mapping =
        "PRACTICE_CODE,PRACTICE_NAME,PCN_ODS_CODE,PCN_NAME,SUB_ICB_LOC_ODS_CODE,ICB_ODS_CODE,ICB_NAME,REGION_ODS_CODE,COUNTRY_ODS_CODE,COUNTRY_NAME\n"
        + "A81001,One,U11111,Net,00L,QHM,Board,Y63,E92000001,England\nA81003,Three,U11111,Net,00L,QHM,Board,Y63,E92000001,England\nA81002,Two,U22222,Net 2,00L,QHM,Board,Y63,E92000001,England\n";

    private const string Paid = $$"""{"framework":"{{Framework}}","achievementDate":"{{Day}}"}""";

    private static readonly ReportText Report = new(Own);

    private static readonly (string Role, string? Organisation)?[] Askers =
        [("practice", Own), ("practice", "A81003"), ("practice", "A81002"), ("network", "U11111"), ("network", "U22222"), ("national", null), ("payer", null), null];

    /// <summary>For the practice itself, another of its network, one of another network, its network, another network, national, payer, nobody.</summary>
    private static readonly MatrixLine[] Lines =
    [
        Open("GET /health/live"),
        Open("GET /health/ready"),
        Open("GET /public/releases"),
        Open("GET /public/releases/{framework}/{on}", 404) with { Ask = $"/public/releases/{Framework}/{Day}" },
        Open("GET /public/releases/{framework}/{on}/counts.csv", 404) with { Ask = $"/public/releases/{Framework}/{Day}/counts.csv" },
        Open("GET /public/releases/{framework}/{on}/MeasureReport", 404) with { Ask = $"/public/releases/{Framework}/{Day}/MeasureReport?reporter=Organization/U11111" },
        Reference("GET /fhir/metadata", "-"),
        Reference("GET /fhir/Measure", "-"),
        Reference("GET /fhir/Measure/{id}", "-") with { Ask = $"/fhir/Measure/{Framework}-dm020" },
        Reference("GET /fhir/Library", "-"),
        Reference("GET /fhir/Library/{id}", "-", 404) with { Ask = "/fhir/Library/none" },
        Reference("GET /fhir/ValueSet", "-"),
        Reference("GET /fhir/ValueSet/{id}", "-", 404) with { Ask = "/fhir/ValueSet/none" },
        Reference("GET /fhir/CapabilityStatement/qoffhir-requirements", "-"),
        Reference("GET /fhir/Organization", "+"),
        Reference("GET /fhir/Organization/{id}", "+") with { Ask = $"/fhir/Organization/{Own}" },
        Reference("GET /fhir/OrganizationAffiliation", "+"),
        Reference("GET /fhir/OrganizationAffiliation/{id}", "-", 404) with { Ask = "/fhir/OrganizationAffiliation/none" },
        Reference("GET /exports/mapping-indicators.csv", "-") with { Ask = $"/exports/mapping-indicators.csv?organisation=U11111&on={Day}" },

        new("GET /consents", "200+ 200- 200- 200- 200- 200+ 200+ 401-", "200+ 200+ 200- 200+ 200- 200+ 200+ 401-"),
        new("GET /fhir/MeasureReport", "200+ 200- 200- 200- 200- 200+ 200+ 401-", "200+ 200+ 200- 200+ 200- 200+ 200+ 401-"),
        new("POST /fhir/MeasureReport/_search", "200+ 200- 200- 200- 200- 200+ 200+ 401-", "200+ 200+ 200- 200+ 200- 200+ 200+ 401-")
            { Body = () => new FormUrlEncodedContent([new("_count", "500")]) },
        Hidden("GET /fhir/MeasureReport/{id}", $"/fhir/MeasureReport/{Report.Id}"),
        Hidden("GET /fhir/MeasureReport/{id}/_history", $"/fhir/MeasureReport/{Report.Id}/_history"),
        Hidden("GET /fhir/MeasureReport/{id}/_history/{version}", $"/fhir/MeasureReport/{Report.Id}/_history/1"),
        Hidden("GET /fhir/Provenance/{id}", $"/fhir/Provenance/{Report.Id}-1") with { Sign = "\"Provenance\"" },
        new("GET /fhir/Provenance", "200+ 200- 200- 200- 200- 200+ 200+ 401-", "200+ 200+ 200- 200+ 200- 200+ 200+ 401-")
            { Ask = $"/fhir/Provenance?target=MeasureReport/{Report.Id}", Sign = "\"Provenance\"" },
        Hidden("GET /fhir/Measure/$evaluate-measure", "/fhir/Measure/" + Evaluated),
        Hidden("GET /fhir/Measure/{id}/$evaluate-measure", $"/fhir/Measure/{Framework}-dm020/" + Evaluated),
        Hidden("POST /fhir/Measure/$evaluate-measure", "/fhir/Measure/" + Evaluated) with { Body = Json(Parameters) },
        Hidden("POST /fhir/Measure/{id}/$evaluate-measure", $"/fhir/Measure/{Framework}-dm020/" + Evaluated) with { Body = Json(Parameters) },
        Filtered("GET /rollups/{organisation}", $"/rollups/U11111?on={Day}&indicator=DM020"),
        Filtered("GET /exports/achievement.csv", $"/exports/achievement.csv?organisation=U11111&on={Day}"),
        Filtered("GET /exports/mapping.csv", $"/exports/mapping.csv?organisation=U11111&on={Day}"),
        Filtered("GET /exports/indicator-values.csv", $"/exports/indicator-values.csv?organisation=U11111&on={Day}"),
        Filtered("GET /exports/prevalence.csv", $"/exports/prevalence.csv?organisation=U11111&on={Day}") with { Sign = "no register was reported" },
        Filtered("GET /exports/indicator-achieved-points.csv", $"/exports/indicator-achieved-points.csv?organisation=U11111&on={Day}") with { Sign = "no points were reported" },

        Sending("POST /fhir/MeasureReport", () => Report.Json().ToJsonString()),
        Sending("PUT /fhir/MeasureReport", () => Report.Json().ToJsonString())
            with { Ask = "/fhir/MeasureReport?identifier=" + Uri.EscapeDataString("https://qoffhir.example.org/Id/measure-report|" + Report.Identity) },
        Sending("PUT /fhir/MeasureReport/{id}", () => Report.Json().ToJsonString()) with { Ask = "/fhir/MeasureReport/" + Report.Id },
        Sending("POST /fhir/", () => ReportText.Bundle("transaction", Report.Entry()).ToJsonString()) with { Ask = "/fhir" },
        Sending("POST /fhir/Measure/$submit-data", Submitted),
        Sending("POST /fhir/Measure/{id}/$submit-data", Submitted) with { Ask = $"/fhir/Measure/{Framework}-dm020/$submit-data" },
        new("GET /submissions", "200+ 200- 200- 200- 200- 200+ 200+ 401-"),
        new("GET /submissions/{id}", "200+ 404- 404- 404- 404- 200+ 200+ 401-") { Ask = "/submissions/{receipt}" },

        new("PUT /consents/{ods}", "200+ 403- 403- 403- 403- 200+ 403- 401-") { Ask = $"/consents/{Own}", Body = Json(() => """{"network":false}""") },
        National("GET /fhir/AuditEvent", "200"),
        National("GET /fhir/AuditEvent/{id}", "200") with { Ask = "/fhir/AuditEvent/1" },
        National("GET /fhir/AuditEvent/$verify", "200"),
        National("PUT /organisations", "200") with { Ask = "/organisations?from=2026-04-01", Body = () => new StringContent(Mapping, Encoding.UTF8, "text/csv") },
        National("PUT /organisations/successions", "200") with { Body = () => new StringContent("PREDECESSOR_CODE,SUCCESSOR_CODE,FROM_DATE\n", Encoding.UTF8, "text/csv") },
        National("POST /releases", "400") with { Body = Json(() => "{}") },

        Paying("POST /payments/runs", "201+") with { Body = Json(() => Paid) },
        Paying("GET /payments/runs", "200-"),
        Paying("GET /payments/runs/{id:long}", "200+") with { Ask = "/payments/runs/1" },
        Stated("GET /payments/{ods}", $"/payments/{Own}"),
        Stated("GET /payments/{ods}/statements/{number:long}", $"/payments/{Own}/statements/1"),
        Stated("GET /payments/{ods}/statements/{number:long}/again", $"/payments/{Own}/statements/1/again"),
        new("POST /payments/{ods}/statements", "20 403- 403- 403- 403- 20 20 401-") { Ask = $"/payments/{Own}/statements", Body = Json(() => Paid) },
        Step("declare", "400- 403- 403- 403- 403- 400- 403- 401-"),
        Step("return", "403- 403- 403- 403- 403- 403- 400- 401-"),
        Step("approve", "403- 403- 403- 403- 403- 403- 400- 401-"),
        Step("pay", "403- 403- 403- 403- 403- 403- 400- 401-"),
    ];

    private static string? _receipt;

    public static TheoryData<string, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, bool>();
            foreach (var line in Lines)
            {
                cases.Add(line.Endpoint, false);
                if (line.Consented is not null)
                {
                    cases.Add(line.Endpoint, true);
                }
            }

            return cases;
        }
    }

    public static TheoryData<string> Closed => [.. Lines.Where(l => l.Expected.EndsWith("401-", StringComparison.Ordinal)).Select(l => l.Endpoint)];

    public async Task InitializeAsync()
    {
        using var mapped = await Send("PUT", "/organisations?from=2026-04-01", aggregator.Service.Key, new StringContent(Mapping, Encoding.UTF8, "text/csv"));
        Assert.Equal(200, (int)mapped.StatusCode);
        foreach (var practice in new[] { Own, "A81002", "A81003" })
        {
            using var sent = await Send("POST", "/fhir/MeasureReport", aggregator.Token("practice", practice), Text(new ReportText(practice).Json().ToJsonString()));
            Assert.True(sent.IsSuccessStatusCode, await sent.Content.ReadAsStringAsync());
            _receipt ??= sent.Headers.GetValues("Link").Single().Split('<', '>')[1].Split('/')[^1];
        }

        using var run = await Send("POST", "/payments/runs", aggregator.Token("payer"), Text(Paid));
        Assert.Equal(201, (int)run.StatusCode);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Every_endpoint_has_its_line()
    {
        var mapped = aggregator.Service.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().SelectMany(
            e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"], (e, method) => $"{method} {e.RoutePattern.RawText}");
        Assert.Equal(string.Join('\n', Lines.Select(l => l.Endpoint).Order(StringComparer.Ordinal)), string.Join('\n', mapped.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Everybody_gets_what_is_theirs(string endpoint, bool consented)
    {
        var line = Lines.Single(l => l.Endpoint == endpoint);
        using var said = await Send("PUT", $"/consents/{Own}", aggregator.Service.Key, Text(consented ? """{"network":true}""" : """{"network":false}"""));
        var got = new List<string>();
        foreach (var asker in Askers)
        {
            using var answer = await Send(line.Method, Address(line), asker is { } known ? aggregator.Token(known.Role, known.Organisation) : null, line.Body?.Invoke());
            got.Add((int)answer.StatusCode + ((await answer.Content.ReadAsStringAsync()).Contains(line.Sign, StringComparison.OrdinalIgnoreCase) ? "+" : "-"));
        }

        var expected = consented ? line.Consented! : line.Expected;
        Assert.True(
            expected.Split(' ').Length == got.Count && expected.Split(' ').Zip(got, (wanted, given) => given.StartsWith(wanted, StringComparison.Ordinal)).All(fits => fits),
            $"{endpoint}\nexpected {expected}\ngot      {string.Join(' ', got)}");
    }

    [Theory]
    [MemberData(nameof(Closed))]
    public async Task A_token_that_is_valid_and_says_no_right_role_opens_nothing(string endpoint)
    {
        var line = Lines.Single(l => l.Endpoint == endpoint);
        foreach (var (role, organisation) in new[] { (null, null), ("boss", null), ("practice", null), ("practice national", Own), ("network", "' OR 1=1 --") })
        {
            using var answer = await Send(line.Method, Address(line), aggregator.Token(role, organisation), line.Body?.Invoke());
            Assert.Equal(403, (int)answer.StatusCode);
            Assert.DoesNotContain(Own, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    private static MatrixLine Open(string endpoint, int status = 200) => new(endpoint, string.Join(' ', Askers.Select(_ => $"{status}-")));

    /// <summary>The same for everybody who is known.</summary>
    private static MatrixLine Reference(string endpoint, string sign, int status = 200) =>
        new(endpoint, string.Join(' ', Askers.Select(a => a is null ? "401-" : status + sign)));

    /// <summary>As if it were not there.</summary>
    private static MatrixLine Hidden(string endpoint, string ask) =>
        new(endpoint, "200+ 404- 404- 404- 404- 200+ 200+ 401-", "200+ 200+ 404- 200+ 404- 200+ 200+ 401-") { Ask = ask };

    /// <summary>Without what may not be read.</summary>
    private static MatrixLine Filtered(string endpoint, string ask) =>
        new(endpoint, "200 200- 200- 200- 200- 200 200 401-", "200 200 200- 200 200- 200 200 401-") { Ask = ask };

    private static MatrixLine Sending(string endpoint, Func<string> body) => new(endpoint, "200 403 403 403 403 200 403 401-") { Body = Json(body) };

    private static MatrixLine National(string endpoint, string status) => new(endpoint, $"403- 403- 403- 403- 403- {status} 403- 401-");

    private static MatrixLine Paying(string endpoint, string status) => new(endpoint, $"403- 403- 403- 403- 403- {status} {status} 401-");

    /// <summary>As if it were not there; another practice of the network does not read it with consent either.</summary>
    private static MatrixLine Stated(string endpoint, string ask) =>
        new(endpoint, "200+ 404- 404- 404- 404- 200+ 200+ 401-", "200+ 404- 404- 200+ 404- 200+ 200+ 401-") { Ask = ask };

    private static MatrixLine Step(string step, string expected) =>
        new($"POST /payments/{{ods}}/statements/{{number:long}}/{step}", expected) { Ask = $"/payments/{Own}/statements/1/{step}", Body = Json(() => """{"not":"known"}""") };

    private static string Submitted() => $$"""{"resourceType":"Parameters","parameter":[{"name":"measureReport","resource":{{Report.Json().ToJsonString()}}}]}""";

    private static string Parameters() =>
        $$"""{"resourceType":"Parameters","parameter":[{"name":"measure","valueString":"{{Framework}}-dm020"},{"name":"periodStart","valueDate":"2026-04-01"},{"name":"periodEnd","valueDate":"2027-03-31"},{"name":"achievementDate","valueDate":"{{Day}}"},{"name":"reporter","valueString":"Organization/{{Own}}"}]}""";

    private static Func<HttpContent> Json(Func<string> body) => () => Text(body());

    private static StringContent Text(string body) => new(body, Encoding.UTF8, "application/json");

    private static string Address(MatrixLine line) => line.Ask.Replace("{receipt}", _receipt, StringComparison.Ordinal);

    private async Task<HttpResponseMessage> Send(string method, string address, string? token, HttpContent? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = body };
        request.Headers.Authorization = token is null ? null : new("Bearer", token);
        return await aggregator.Service.Http.SendAsync(request);
    }
}
