using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Npgsql;
using QofFhir.Definitions;

namespace QofFhir.Benchmarks;

/// <summary>Roll-ups and payment of an aggregator over the reports of a nation, on the PostgreSQL that the environment names: the table is filled by COPY, the service asked over HTTP.</summary>
internal static class RollupSpeed
{
    private const string Store = "QOFFHIR_STORE";
    private const string Framework = "qof-england-2026-27";
    private const string Origin = "http://127.0.0.1:5099";

    /// <param name="service">The built service, QofFhir.Service.dll.</param>
    public static async Task Run(string service, int practices, int indicators)
    {
        var root = Directory.CreateTempSubdirectory("qoffhir-rollup-").FullName;
        var start = new ProcessStartInfo("dotnet", [service, "--QofFhir:Roles:0=aggregator", $"--QofFhir:PostgresVariable={Store}", $"--urls={Origin}", $"--QofFhir:DataFolder={root}", "--Logging:LogLevel:Default=Warning"]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        try
        {
            using var http = new HttpClient { BaseAddress = new Uri(Origin) };
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                if (line.Split("shown this once: ") is [_, var key])
                {
                    http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key.Trim());
                    break;
                }
            }

            _ = process.StandardOutput.ReadToEndAsync();
            await Ready(http);
            using var mapping = new StringContent(Mapping(practices), Encoding.UTF8, "text/csv");
            await Timed("mapping", async () => (await http.PutAsync("/organisations?from=2026-04-01", mapping)).EnsureSuccessStatusCode());
            await Timed($"{practices * indicators} reports by COPY", () => Fill(practices, indicators));
            foreach (var address in new[]
            {
                $"/rollups/E92000001?framework={Framework}", $"/rollups/E92000001?framework={Framework}", $"/rollups/E92000001?framework={Framework}&indicator=DM020",
                $"/rollups/U00001?framework={Framework}", $"/rollups/U00002?framework={Framework}", $"/rollups/U00003?framework={Framework}&indicator=DM020", $"/rollups/I00001?framework={Framework}",
                $"/exports/achievement.csv?framework={Framework}",
            })
            {
                process.Refresh();
                var before = process.TotalProcessorTime;
                await Timed(address, async () => Console.WriteLine($"{(await http.GetByteArrayAsync(address)).Length,12} bytes"));
                process.Refresh();
                Console.WriteLine($"{(process.TotalProcessorTime - before).TotalMilliseconds,10:0} ms  of the service's processor");
            }

            foreach (var what in new[] { "statements of all practices", "the same again" })
            {
                await Timed(what, async () =>
                {
                    using var asked = new StringContent($$"""{"framework":"{{Framework}}","achievementDate":"2026-11-30"}""", Encoding.UTF8, "application/json");
                    using var answer = await http.PostAsync("/payments/runs", asked);
                    var run = JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
                    process.Refresh();
                    Console.WriteLine($"{(int)run["new"]!,12} new, {(decimal)run["pounds"]!:N2} pounds, reconciled {(bool)run["reconciled"]!}, peak {process.PeakWorkingSet64 / 1_000_000} MB");
                });
            }
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task Ready(HttpClient http)
    {
        while (true)
        {
            try
            {
                if ((await http.GetAsync("/health/live")).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(200);
            }
        }
    }

    private static async Task Timed(string what, Func<Task> act)
    {
        var start = Stopwatch.GetTimestamp();
        await act();
        Console.WriteLine($"{Stopwatch.GetElapsedTime(start).TotalMilliseconds,10:0} ms  {what}");
    }

    private static string Mapping(int practices)
    {
        var text = new StringBuilder("PRACTICE_CODE,PRACTICE_NAME,PCN_CODE,PCN_NAME,SUB_ICB_CODE,ICB_CODE,REGION_CODE,COUNTRY_CODE,COUNTRY_NAME\n");
        for (var i = 0; i < practices; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"A{i:00000},Practice {i},U{i / 5:00000},Network {i / 5},S{i / 60:00000},I{i / 180:00000},Y{i / 900:00000},E92000001,England\n");
        }

        return text.ToString();
    }

    private static async Task Fill(int practices, int indicators)
    {
        var random = new Random(1);
        var names = DefinitionLibrary.Load(DefinitionLibrary.DefaultRoot, []).Framework(Framework).Reported.Select(i => i.Id).ToArray();
        await using var source = NpgsqlDataSource.Create(Environment.GetEnvironmentVariable(Store)!);
        await using var connection = await source.OpenConnectionAsync();
        await using (var copy = await connection.BeginBinaryImportAsync(
            "COPY collected (id, version, identifier, practice, framework, indicator, measure, edition, starts, ends, achieved, computed, received, status, sample, content, submission, population, exclusions, adjusted, numerator, unsuitable, chose_not_to, did_not_respond, not_available, newly_diagnosed, newly_registered, list_size) FROM STDIN (FORMAT BINARY)"))
        {
            for (var p = 0; p < practices; p++)
            {
                var list = (long)random.Next(2000, 20000);
                for (var i = 0; i < indicators; i++)
                {
                    var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{p} {i}")).AsSpan(0, 16));
                    var population = (long)random.Next(1, 900);
                    var (excluded, adjusted) = (population / 20, population / 10);
                    await copy.StartRowAsync();
                    foreach (var cell in new object[]
                    {
                        id, 1L, $"A{p:00000}:{Framework}:{names[i]}:2026-04-01:2027-03-31:2026-11-30", $"A{p:00000}", Framework, names[i],
                        $"https://qoffhir.example.org/fhir/Measure/{Framework}-{names[i].ToLowerInvariant()}|51.2", "000051.000002", "2026-04-01", "2027-03-31", "2026-11-30",
                        "2026-12-01T08:00:00Z", "2026-12-01T08:00:00Z", "complete", 0L, id + id, id, population, excluded, adjusted, (long)((population - excluded - adjusted) * (0.6 + (random.NextDouble() * 0.4))),
                        adjusted / 2, adjusted - (adjusted / 2), 0L, 0L, 0L, 0L, list,
                    })
                    {
                        await copy.WriteAsync(cell);
                    }
                }
            }

            await copy.CompleteAsync();
        }

        await using var analyse = new NpgsqlCommand("ANALYZE collected", connection);
        await analyse.ExecuteNonQueryAsync();
    }
}
