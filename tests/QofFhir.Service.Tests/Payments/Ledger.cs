using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using QofFhir.Service.Storage;
using QofFhir.Service.Tests.Access;

namespace QofFhir.Service.Tests.Payments;

/// <summary>An aggregator with three practices that report and one that does not, and those who work with their statements.</summary>
internal sealed class Ledger(TestService service, AggregatorService tokens) : IAsyncDisposable
{
    public const string Framework = "qof-england-2026-27";
    public const string Day = "2027-03-31";

    private static readonly (string Practice, long Register, long Numerator, long List)[] Practices = [("A81001", 400, 250, 9000), ("A81002", 700, 600, 12000), ("B99999", 90, 80, 2000)];

    public TestService Service => service;

    public string Practice { get; } = tokens.Token("practice", "A81001", "practice-client");

    public string Payer { get; } = tokens.Token("payer", null, "payer-client");

    public string Token(string role, string? organisation = null, string client = "another-client") => tokens.Token(role, organisation, client);

    /// <summary>A81001 to A81003 belong to a network and the last of them reports nothing; B99999 belongs to nobody and reports.</summary>
    public async Task<Ledger> Filled()
    {
        await RollupTests.Put(service, "/organisations?from=2026-04-01", RollupTests.Head + RollupTests.Row("A81001", "U11111") + RollupTests.Row("A81002", "U11111") + RollupTests.Row("A81003", "U11111"));
        foreach (var (practice, register, numerator, list) in Practices)
        {
            Add("DM_REG", practice, register, null, list);
            Add("DM020", practice, register, numerator, list);
            Add("HYP008", practice, register * 2, numerator, list);
            Add("HYP_REG", practice, (register * 2) + 30, null, list);
        }

        return this;
    }

    public void Add(string indicator, string practice, long population, long? numerator, long? list, string framework = Framework, string achieved = Day, string starts = "2026-04-01", string rules = "51.2") =>
        service.Service<IDatabase>().Write((connection, transaction) => connection.Execute(
            """
            INSERT INTO collected (id, version, identifier, practice, framework, indicator, measure, starts, ends, achieved, computed, edition, received, status, sample, content, submission, population, exclusions, adjusted, numerator, list_size)
            VALUES (@id, 1, @id, @practice, @framework, @indicator, @measure, @starts, @ends, @achieved, '2026-12-01T08:00:00Z', '', '2026-12-01T08:00:00Z', 'complete', 0, @id, 's1', @population, @none, @none, @numerator, @list)
            """,
            new
            {
                id = $"{practice}:{framework}:{indicator}:{achieved}",
                practice,
                framework,
                indicator,
                measure = $"https://qoffhir.example.org/fhir/Measure/{framework}-{indicator.ToLowerInvariant()}|{rules}",
                starts,
                ends = DateOnly.ParseExact(starts, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddYears(1).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                achieved,
                population,
                none = numerator is null ? (long?)null : 0,
                numerator,
                list,
            },
            transaction));

    /// <summary>A newer report of the practice takes the place of the older one.</summary>
    public void Change(string practice, string indicator, long numerator) => service.Service<IDatabase>().Write((connection, transaction) =>
        Assert.Equal(1, connection.Execute("UPDATE collected SET numerator = @numerator, version = version + 1 WHERE practice = @practice AND indicator = @indicator", new { practice, indicator, numerator }, transaction)));

    public async Task<JsonNode> Run(object? national = null, long? nationalOf = null, string achieved = Day)
    {
        var (status, body) = await Send(HttpMethod.Post, "/payments/runs", Payer, new { framework = Framework, achievementDate = achieved, national, nationalOf });
        Assert.True(status == HttpStatusCode.Created, $"{(int)status} {body}");
        return body!;
    }

    public Task<(HttpStatusCode Status, JsonNode? Body)> Make(string practice, string? token = null) =>
        Send(HttpMethod.Post, $"/payments/{practice}/statements", token ?? Payer, new { framework = Framework, achievementDate = Day });

    /// <summary>The statements of a practice, the newest first.</summary>
    public async Task<JsonArray> Statements(string practice) => (await service.Json($"/payments/{practice}?framework={Framework}", Payer))["statements"]!.AsArray();

    public Task<JsonNode> Statement(string practice, int number) => service.Json($"/payments/{practice}/statements/{number}", Payer);

    public async Task<HttpStatusCode> Step(int number, string step, string token, object? body = null, string practice = "A81001") =>
        (await Send(HttpMethod.Post, $"/payments/{practice}/statements/{number}/{step}", token, body)).Status;

    /// <summary>Declares, approves and pays what is to be paid.</summary>
    public async Task Settle(int number)
    {
        Assert.Equal(HttpStatusCode.OK, await Step(number, "declare", Practice));
        Assert.Equal(HttpStatusCode.OK, await Step(number, "approve", Payer));
        var balance = (decimal)(await Statement("A81001", number))["balance"]!;
        Assert.Equal(HttpStatusCode.OK, await Step(number, "pay", Payer, new { amount = balance, on = "2027-06-30" }));
    }

    public async Task<(HttpStatusCode Status, JsonNode? Body)> Send(HttpMethod method, string address, string token, object? body = null)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = body switch
        {
            null => null,
            string text => new StringContent(text, Encoding.UTF8, "application/json"),
            _ => JsonContent.Create(body, options: new(System.Text.Json.JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull }),
        };
        using var answer = await service.Http.SendAsync(request);
        var told = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, told.Length == 0 ? null : JsonNode.Parse(told));
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();
}
