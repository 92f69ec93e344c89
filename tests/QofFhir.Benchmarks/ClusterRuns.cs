using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using QofFhir.SampleGp.Practice;

namespace QofFhir.Benchmarks;

/// <summary>Runs many practices with one worker process, then with more, on the PostgreSQL that the environment names; each answer of the GP system is slow, so that it and not this machine is the bound.</summary>
internal static class ClusterRuns
{
    private const string Store = "QOFFHIR_STORE";

    /// <param name="service">The built service, QofFhir.Service.dll.</param>
    /// <param name="slow">Milliseconds that each answer takes.</param>
    public static async Task Run(string service, int practices, int workers, int slow)
    {
        var root = Directory.CreateTempSubdirectory("qoffhir-cluster-").FullName;
        try
        {
            SamplePractice.Write(new PracticeRecipe(50, 1, PracticeRecipe.DefaultAchievementDate), Path.Combine(root, "practice"));
            await using var gp = await ServerProcess.Start(Path.Combine(root, "practice"));
            using var http = new HttpClient();
            foreach (var practice in Names(practices))
            {
                using var set = await http.PostAsJsonAsync($"{gp.Origin}/practices/{practice}/faults", new { slowMilliseconds = slow });
                set.EnsureSuccessStatusCode();
            }

            var fleet = new List<Worker>();
            try
            {
                for (var count = 1; count <= workers; count++)
                {
                    fleet.Add(await Worker.Start(service, [.. Settings(gp.Origin, practices, count), $"QofFhir:DataFolder={Path.Combine(root, $"worker{count}")}"]));
                    var start = Stopwatch.GetTimestamp();
                    await fleet[0].RunAll(Names(practices));
                    var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
                    Console.WriteLine($"{count} workers  {practices} practices in {seconds:0.0} s, {practices / seconds * 3600:0} an hour");
                }
            }
            finally
            {
                fleet.ForEach(w => w.Dispose());
            }
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static IEnumerable<string> Names(int practices) => Enumerable.Range(1, practices).Select(i => $"P{i}");

    private static IEnumerable<string> Settings(string origin, int practices, int worker) =>
    [
        $"QofFhir:PostgresVariable={Store}", $"urls=http://127.0.0.1:{5090 + worker}", "QofFhir:AchievementDate=2026-11-30", "QofFhir:RunsPerHost=1000",
        $"QofFhir:CodePacks:0={Path.Combine(AppContext.BaseDirectory, "samples", "valuesets")}", "Logging:LogLevel:Default=Warning",
        .. Names(practices).SelectMany((p, i) => new[] { $"QofFhir:Practices:{i}:Ods={p}", $"QofFhir:Practices:{i}:BaseUrl={origin}/practices/{p}/fhir" }),
    ];

    private sealed class Worker(Process process, HttpClient http) : IDisposable
    {
        public static async Task<Worker> Start(string service, IEnumerable<string> settings)
        {
            var arguments = settings.Select(s => "--" + s).ToArray();
            var process = Process.Start(new ProcessStartInfo("dotnet", [service, .. arguments]) { RedirectStandardOutput = true })!;
            var http = new HttpClient { BaseAddress = new Uri(arguments.Single(a => a.StartsWith("--urls=", StringComparison.Ordinal))["--urls=".Length..]) };
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                if (line.Split("shown this once: ") is [_, var key])
                {
                    http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key.Trim());
                    _ = process.StandardOutput.ReadToEndAsync();
                    return new Worker(process, http);
                }
            }

            throw new InvalidOperationException("The worker ended; see its errors above.");
        }

        public async Task RunAll(IEnumerable<string> practices)
        {
            foreach (var practice in practices)
            {
                using var asked = await http.PostAsJsonAsync("/runs", new { practice, full = true });
                asked.EnsureSuccessStatusCode();
            }

            while (JsonNode.Parse(await http.GetStringAsync("/cluster"))! is var told && (int)told["waiting"]! + (int)told["running"]! > 0)
            {
                await Task.Delay(200);
            }
        }

        public void Dispose()
        {
            process.Kill();
            process.Dispose();
            http.Dispose();
        }
    }
}
