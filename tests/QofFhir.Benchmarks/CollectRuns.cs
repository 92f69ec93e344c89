using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Npgsql;

namespace QofFhir.Benchmarks;

/// <summary>A nation's practices submit to an aggregator on the PostgreSQL that the environment names: each its reports in a transaction, or one by one; some twice, some stale, some at fault. What was sent, what the receipts say and what is there must come to the same.</summary>
internal static class CollectRuns
{
    private const string Store = "QOFFHIR_STORE";
    private const string Address = "http://127.0.0.1:5096";

    /// <param name="service">The built service, QofFhir.Service.dll.</param>
    /// <param name="singly">A report a request.</param>
    public static async Task Run(string service, int practices, int clients, bool singly)
    {
        var templates = ReportTemplates.Make();
        var data = Directory.CreateTempSubdirectory("qoffhir-collect-").FullName;
        using var aggregator = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                service, "--urls=" + Address, "--QofFhir:Roles:0=aggregator", $"--QofFhir:PostgresVariable={Store}", $"--QofFhir:DataFolder={data}",
                "--QofFhir:Limits:RequestsPerSecond=1000000", "--QofFhir:Limits:Burst=1000000", "--QofFhir:Limits:ConcurrentRequests=1000", "--Logging:LogLevel:Default=Warning",
            ])
        { RedirectStandardOutput = true })!;
        try
        {
            using var http = new HttpClient { BaseAddress = new Uri(Address), Timeout = TimeSpan.FromMinutes(10) };
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await Key(aggregator));
            await Submit(http, templates, 1, 1, singly, first: 900_050, new Tally()); // Loads the definitions, and warms up.
            var tally = new Tally();
            var start = Stopwatch.GetTimestamp();
            await Submit(http, templates, practices, clients, singly, first: 100_000, tally);
            tally.Tell(singly ? "singly" : "transactions", Stopwatch.GetElapsedTime(start).TotalSeconds);
            await Reconcile(tally, templates.Count);
            Console.WriteLine($"aggregator: {aggregator.TotalProcessorTime.TotalSeconds:0} s of processor, {aggregator.PeakWorkingSet64 >> 20} MB at most");
        }
        finally
        {
            aggregator.Kill();
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<string> Key(Process aggregator)
    {
        while (await aggregator.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split("shown this once: ") is [_, var key])
            {
                _ = aggregator.StandardOutput.ReadToEndAsync();
                return key.Trim();
            }
        }

        throw new InvalidOperationException("The aggregator ended; see its errors above.");
    }

    private static Task Submit(HttpClient http, ReportTemplates templates, int practices, int clients, bool singly, int first, Tally tally) => Parallel.ForEachAsync(
        Enumerable.Range(first, practices), new ParallelOptions { MaxDegreeOfParallelism = clients }, async (practice, _) =>
        {
            var ods = practice.ToString(CultureInfo.InvariantCulture);
            await Send(Kind.Good);
            foreach (var kind in new[] { Kind.Good, Kind.Stale, Kind.Broken }.Where(k => practice % 100 < (k == Kind.Good ? 5 : 2)))
            {
                await Send(kind);
            }

            async Task Send(Kind kind)
            {
                if (!singly)
                {
                    await tally.Time(http, "/fhir", templates.Transaction(ods, kind), templates.Count);
                    return;
                }

                for (var indicator = 0; indicator < templates.Count; indicator++)
                {
                    await tally.Time(http, "/fhir/MeasureReport", templates.Report(ods, indicator, kind), 1);
                }
            }
        });

    /// <summary>What the receipts say, and what is there.</summary>
    private static async Task Reconcile(Tally tally, int indicators)
    {
        await using var source = NpgsqlDataSource.Create(Environment.GetEnvironmentVariable(Store)!);
        var sums = await Numbers(
            "SELECT SUM(reports), SUM(created), SUM(replaced), SUM(unchanged), SUM(older), SUM(refused), (SELECT COUNT(*) FROM collected), (SELECT COUNT(*) FROM collected_version) FROM submission");
        var (told, live, versions) = (sums[..6], sums[6], sums[7]);
        Console.WriteLine($"receipts: {told[0]} reports = {told[1]} created + {told[2]} replaced + {told[3]} unchanged + {told[4]} older + {told[5]} refused; {live} live, {versions} versions");
        var exact = told[0] == tally.Sent + indicators && told[0] == told[1..].Sum() && live == told[1] && versions == told[1] + told[2];
        Console.WriteLine(exact ? "what was sent, receipts and rows come to the same" : $"THEY DIFFER: {tally.Sent} were sent, and {indicators} to warm up");
        foreach (var table in new[] { "collected", "collected_version", "submission" })
        {
            var size = await Numbers($"SELECT pg_total_relation_size('{table}')");
            Console.WriteLine($"{table}: {size[0] >> 20} MB");
        }

        async Task<long[]> Numbers(string sql)
        {
            await using var command = source.CreateCommand(sql);
            await using var row = await command.ExecuteReaderAsync();
            await row.ReadAsync();
            return [.. Enumerable.Range(0, row.FieldCount).Select(i => Convert.ToInt64(row.GetValue(i), CultureInfo.InvariantCulture))];
        }
    }

    /// <summary>How long requests took, and what was answered.</summary>
    private sealed class Tally
    {
        private readonly ConcurrentBag<double> _milliseconds = [];
        private readonly ConcurrentDictionary<int, int> _answers = new();
        private long _sent;

        public long Sent => _sent;

        public async Task Time(HttpClient http, string address, byte[] body, int reports)
        {
            var start = Stopwatch.GetTimestamp();
            using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/fhir+json") } };
            using var answer = await http.PostAsync(address, content);
            await answer.Content.CopyToAsync(Stream.Null);
            _milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            _answers.AddOrUpdate((int)answer.StatusCode, 1, (_, n) => n + 1);
            Interlocked.Add(ref _sent, reports);
        }

        public void Tell(string name, double seconds)
        {
            double[] sorted = [.. _milliseconds.Order()];
            Console.WriteLine(
                $"{name}: {_sent} reports in {sorted.Length} requests, {seconds:0.0} s: {_sent / seconds:0} reports/s; p50 {At(0.5):0} ms, p99 {At(0.99):0} ms, most {sorted[^1]:0} ms; answers "
                + string.Join(", ", _answers.OrderBy(a => a.Key).Select(a => $"{a.Value} x {a.Key}")));

            double At(double share) => sorted[(int)(share * (sorted.Length - 1))];
        }
    }
}
