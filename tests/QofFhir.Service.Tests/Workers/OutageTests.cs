using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using Dapper;
using QofFhir.Service.Storage;
using QofFhir.Service.Tests.Collection;

namespace QofFhir.Service.Tests.Workers;

/// <summary>Clients that submit while PostgreSQL is away, and send again what was not answered.</summary>
public sealed class OutageTests
{
    private const int Clients = 6;
    private const int Each = 40;

    [Fact]
    public async Task Nothing_is_lost_or_doubled_when_the_database_was_away_in_the_middle_of_submissions()
    {
        await using var server = new PostgresServer();
        await server.InitializeAsync();
        await using var service = await TestService.Start(null, "QofFhir:Roles:0=aggregator", "QofFhir:PostgresVariable=STORE", $"STORE={server.NewDatabase()}");
        service.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", service.Key);
        var (answers, tries) = (new ConcurrentBag<int>(), 0);
        var clients = Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                var report = new ReportText($"A{client}{i:0000}") { Numerator = i };
                var status = 0;
                while (status is not (200 or 201))
                {
                    Interlocked.Increment(ref tries);
                    status = await Submit(service, report);
                    answers.Add(status);
                }
            }
        })).ToArray();

        await Fleet.Until(() => Task.FromResult(answers.Count > Clients * Each / 4), "some reports are taken");
        await server.Stop();
        await Task.Delay(TimeSpan.FromSeconds(5));
        await server.Begin();
        await Task.WhenAll(clients);

        var (live, versions, sum) = service.Service<IDatabase>().Read(c => c.QuerySingle<(long, long, long)>(
            "SELECT (SELECT COUNT(*) FROM collected), (SELECT COUNT(*) FROM collected_version), (SELECT CAST(SUM(numerator) AS BIGINT) FROM collected)"));
        Assert.Equal((Clients * Each, Clients * Each, Clients * (Each * (Each - 1) / 2)), (live, versions, sum));
        var receipts = service.Service<IDatabase>().Read(c => c.QuerySingle<(long Reports, long Created, long Unchanged, long Other)>(
            "SELECT CAST(SUM(reports) AS BIGINT), CAST(SUM(created) AS BIGINT), CAST(SUM(unchanged) AS BIGINT), CAST(SUM(replaced + older + refused) AS BIGINT) FROM submission"));
        Assert.Equal((Clients * Each, 0), (receipts.Created, receipts.Other));
        Assert.Equal(receipts.Reports, receipts.Created + receipts.Unchanged);
    }

    /// <returns>The status, or 0 without an answer.</returns>
    private static async Task<int> Submit(TestService service, ReportText report)
    {
        using var content = new StringContent(report.Json().ToJsonString(), Encoding.UTF8, "application/fhir+json");
        try
        {
            using var answer = await service.Http.PutAsync(
                $"/fhir/MeasureReport?identifier=https://qoffhir.example.org/Id/measure-report|{report.Identity}", content);
            return (int)answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return 0;
        }
    }
}
