using System.Diagnostics;
using Dapper;
using Npgsql;
using QofFhir.SampleGp.Server;
using QofFhir.SampleGp.Server.Faults;

namespace QofFhir.Service.Tests.Workers;

/// <summary>Practices behind one slow GP system, and worker processes on one PostgreSQL that run them.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    private const string Tag = """ "meta":{"tag":[{"system":"https://qoffhir.example.org/fhir/CodeSystem/tag","code":"sample"}]} """;
    private readonly string _folder;
    private readonly List<ServiceProcess> _workers = [];
    private readonly string _store;
    private readonly NpgsqlDataSource _source;
    private readonly SampleGpServer _gp;

    private Fleet(string store, SampleGpServer gp, string folder, int practices) =>
        (_store, _source, _gp, _folder, Practices) = (store, NpgsqlDataSource.Create(store), gp, folder, [.. Enumerable.Range(1, practices).Select(i => $"X{i}")]);

    public IReadOnlyList<string> Practices { get; }

    /// <param name="slow">Milliseconds that each answer of the system takes.</param>
    public static async Task<Fleet> At(string store, int practices, int slow)
    {
        var folder = Directory.CreateTempSubdirectory("qoffhir-fleet-").FullName;
        var records = Directory.CreateDirectory(Path.Combine(folder, "practice")).FullName;
        await File.WriteAllLinesAsync(Path.Combine(records, "Patient.ndjson"), Enumerable.Range(0, 20)
            .Select(i => $$"""{"resourceType":"Patient","id":"p{{i}}",{{Tag}},"birthDate":"1960-01-01"}"""));
        var gp = await SampleGpServer.StartAsync(new SampleGpSettings(records));
        var fleet = new Fleet(store, gp, folder, practices);
        foreach (var practice in fleet.Practices)
        {
            gp.FaultsOf(practice).Plan = new SampleGpFaultPlan { SlowMilliseconds = slow };
        }

        return fleet;
    }

    public async Task<ServiceProcess> Worker(params string[] settings)
    {
        var data = Path.Combine(_folder, $"worker{_workers.Count}");
        var worker = await ServiceProcess.Start([
            $"QofFhir:DataFolder={data}", "QofFhir:PostgresVariable=STORE", $"STORE={_store}", "QofFhir:AchievementDate=2026-11-30", "QofFhir:DeadAfterSeconds=6",
            $"QofFhir:CodePacks:0={Path.Combine(AppContext.BaseDirectory, "samples", "valuesets")}",
            .. Practices.SelectMany((p, i) => new[] { $"QofFhir:Practices:{i}:Ods={p}", $"QofFhir:Practices:{i}:BaseUrl={_gp.PracticeUrl(p)}" }), .. settings,
        ]);
        _workers.Add(worker);
        worker.Authorise(await worker.FirstKey());
        return worker;
    }

    /// <summary>Asks for a run of each practice.</summary>
    public async Task Ask(ServiceProcess worker)
    {
        foreach (var practice in Practices)
        {
            await worker.Run(practice);
        }
    }

    public Task<int> Count(string status) => Scalar($"SELECT COUNT(*) FROM run WHERE status = '{status}'");

    public async Task<int> Scalar(string sql)
    {
        await using var connection = await _source.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<int>(sql);
    }

    /// <summary>Waits for something that happens by itself, as long as the slowest machine may need.</summary>
    public static async Task Until(Func<Task<bool>> happened, string what)
    {
        var start = Stopwatch.GetTimestamp();
        while (!await happened())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(8), "waited in vain: " + what);
            await Task.Delay(100);
        }
    }

    public Task Ended() => Until(async () => await Count("Succeeded") == Practices.Count, "all runs succeed");

    /// <summary>Each practice has one run, and of each indicator one report, that was written once.</summary>
    public async Task<int> AssertNoneLostNoneDoubled()
    {
        await using var connection = await _source.OpenConnectionAsync();
        var reports = (await connection.QueryAsync<(string Practice, long Live, long Ids, long Versions)>(
            "SELECT practice, SUM(live)::bigint, COUNT(DISTINCT id), COUNT(*) FROM report GROUP BY practice")).ToArray();
        Assert.Equal(Practices.Order(StringComparer.Ordinal), reports.Select(r => r.Practice).Order(StringComparer.Ordinal));
        var each = reports[0].Live;
        Assert.True(each > 10);
        Assert.All(reports, r => Assert.Equal((each, each, each), (r.Live, r.Ids, r.Versions)));
        var failed = await connection.QueryAsync<string>("SELECT id || ': ' || status || ' ' || COALESCE(reason, '') FROM run WHERE status <> 'Succeeded'");
        Assert.Empty(failed);
        Assert.Equal(Practices.Count, await Scalar("SELECT COUNT(*) FROM run"));
        return (int)each;
    }

    /// <summary>The name by which the others know a worker.</summary>
    public static async Task<string> Name(ServiceProcess worker) => (string)(await worker.Json("/cluster"))["answeredBy"]!;

    public Task<int> AtWork(string worker) => Scalar($"SELECT COUNT(*) FROM run WHERE status = 'Running' AND body LIKE '%\"node\":\"{worker}\"%'");

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _workers)
        {
            worker.Dispose();
        }

        await _gp.DisposeAsync();
        await _source.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
