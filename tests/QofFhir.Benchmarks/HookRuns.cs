using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using QofFhir.Definitions;

namespace QofFhir.Benchmarks;

/// <summary>Clinical systems that ask for prompts at a steady rate, each time with a patient's whole record as prefetch. A call's time runs from the moment at which it was due, so that a service that falls behind is not spared.</summary>
internal static class HookRuns
{
    private const string Address = "http://127.0.0.1:5097";

    /// <param name="service">The built service, QofFhir.Service.dll; of a Release build, or it says little.</param>
    public static async Task Run(string service, int perSecond, int seconds)
    {
        var data = Directory.CreateTempSubdirectory("qoffhir-hooks-").FullName;
        var samples = Path.Combine(AppContext.BaseDirectory, "samples", "valuesets");
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet",
            [service, "--urls=" + Address, "--QofFhir:Roles:0=cds", $"--QofFhir:DataFolder={data}", $"--QofFhir:CodePacks:0={samples}",
                $"--QofFhir:Limits:RequestsPerSecond={10 * perSecond}", $"--QofFhir:Limits:Burst={10 * perSecond}", "--Logging:LogLevel:Default=Warning"])
        { RedirectStandardOutput = true })!;
        _ = process.StandardOutput.ReadToEndAsync();
        try
        {
            using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = new Uri(Address) };
            await Answers(http);
            var body = Body();
            Console.WriteLine($"a call of {body.Length / 1024} KB");
            await At(http, body, perSecond, 10); // Warms up.
            var before = process.TotalProcessorTime;
            var times = await At(http, body, perSecond, seconds);
            process.Refresh();
            Console.WriteLine(
                $"{times.Length} calls at {perSecond} a second: p50 {Of(times, 0.5):F2} ms, p90 {Of(times, 0.9):F2}, p99 {Of(times, 0.99):F2}, most {times[^1]:F2}; "
                + $"{(process.TotalProcessorTime - before).TotalMilliseconds / times.Length:F2} ms of processor a call, {process.WorkingSet64 >> 20} MB");
        }
        finally
        {
            process.Kill();
            Directory.Delete(data, recursive: true);
        }
    }

    private static double Of(double[] times, double share) => times[(int)Math.Min(times.Length - 1, share * times.Length)];

    private static async Task Answers(HttpClient http)
    {
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync("/cds-services");
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not up yet.
            }

            await Task.Delay(200);
        }
    }

    private static byte[] Body()
    {
        var library = DefinitionLibrary.Load(DefinitionLibrary.DefaultRoot, Path.Combine(AppContext.BaseDirectory, "samples", "valuesets"));
        var framework = library.Framework("qof-england-2026-27");
        var patient = new OnePatient(framework, library.CodeIndex(framework), DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime));
        var resources = JsonNode.Parse(patient.Bundle())!["entry"]!.AsArray().Select(e => e!["resource"]!.DeepClone()).ToLookup(r => (string)r["resourceType"]!);
        var prefetch = new JsonObject { ["patient"] = resources["Patient"].Single() };
        foreach (var (key, type) in new[]
        {
            ("conditions", "Condition"), ("observations", "Observation"), ("procedures", "Procedure"), ("medications", "MedicationRequest"), ("registrations", ""),
            ("allergies", ""), ("immunizations", ""), ("flags", ""), ("requests", ""), ("encounters", ""), ("encounterReasons", ""),
        })
        {
            prefetch[key] = new JsonObject
            {
                ["resourceType"] = "Bundle",
                ["type"] = "searchset",
                ["entry"] = new JsonArray([.. resources[type].Select(r => new JsonObject { ["resource"] = r })]),
            };
        }

        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["hook"] = "patient-view",
            ["hookInstance"] = "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
            ["context"] = new JsonObject { ["userId"] = "Practitioner/one", ["patientId"] = "one" },
            ["prefetch"] = prefetch,
        });
    }

    private static async Task<double[]> At(HttpClient http, byte[] body, int perSecond, int seconds)
    {
        var times = new ConcurrentBag<double>();
        var calls = new List<Task>();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < perSecond * seconds; i++)
        {
            var due = start + (long)(i * (double)Stopwatch.Frequency / perSecond);
            while (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due) is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait > TimeSpan.FromMilliseconds(2) ? wait - TimeSpan.FromMilliseconds(1) : TimeSpan.Zero);
            }

            calls.Add(Call(due));
        }

        await Task.WhenAll(calls);
        return [.. times.Order()];

        async Task Call(long due)
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var answer = await http.PostAsync("/cds-services/qof-prompts", content);
            var text = await answer.Content.ReadAsStringAsync();
            times.Add(Stopwatch.GetElapsedTime(due).TotalMilliseconds);
            if (!answer.IsSuccessStatusCode || !text.Contains("\"uuid\"", StringComparison.Ordinal))
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{(int)answer.StatusCode}: {text[..Math.Min(text.Length, 500)]}"));
            }
        }
    }
}
