using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using QofFhir.Extraction;
using QofFhir.Extraction.Bulk;
using QofFhir.Extraction.Http;
using QofFhir.SampleGp.Practice;
using QofFhir.SampleGp.Server;

namespace QofFhir.Benchmarks;

/// <summary>Extracts many practices at once from a sample GP system in a process of its own; one in twenty is dead, one in twenty slow.</summary>
internal static class ManyExtractions
{
    private static readonly string[] Types = ["Patient", "EpisodeOfCare", "Condition", "Observation", "MedicationRequest"];

    public static async Task Run(int practices)
    {
        var root = Directory.CreateTempSubdirectory("qoffhir-many-").FullName;
        try
        {
            SamplePractice.Write(new PracticeRecipe(500, 1, PracticeRecipe.DefaultAchievementDate) { BackgroundEntries = 90 }, Path.Combine(root, "practice"));
            await using var server = await ServerProcess.Start(Path.Combine(root, "practice"));
            await Measure(server.Origin, practices, Path.Combine(root, "out"));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task Measure(string origin, int practices, string root)
    {
        using var http = SearchExtraction.NewClient();
        var settings = new ExtractionSettings { Retries = 2, RequestTimeout = TimeSpan.FromMinutes(5) };
        var circuits = new EndpointCircuits(settings, TimeProvider.System);
        for (var i = 0; i < practices; i++)
        {
            object? plan = (i % 20) switch { 7 => new { off = true }, 13 => new { slowMilliseconds = 5000 }, _ => null };
            if (plan is not null)
            {
                using var set = await http.PostAsJsonAsync($"{origin}/practices/P{i}/faults", plan);
                set.EnsureSuccessStatusCode();
            }
        }

        await One(0);
        Directory.Delete(root, recursive: true);
        GC.Collect();
        var memory = ProcessGauge.Memory();
        var start = Stopwatch.GetTimestamp();
        await using var gauge = new ProcessGauge();
        var results = await Task.WhenAll(Enumerable.Range(0, practices).Select(One));
        var healthy = results.Where((_, i) => i % 20 is not (7 or 13)).ToArray();
        var bytes = results.Sum(r => r.Bytes);
        string[] lines =
        [
            $"practices            {practices}, of which {practices - healthy.Length} dead or slow",
            $"healthy and complete {healthy.Count(h => h.Bytes > 0)} of {healthy.Length}, the last after {healthy.Max(h => h.Seconds):0.0} s",
            $"slow, complete       {results.Where((_, i) => i % 20 == 13).Count(r => r.Bytes > 0)}, all over after {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s",
            $"taken in             {bytes / 1e6:0} MB",
            $"memory               {memory / 1e6:0} MB before, {gauge.MostMemory / 1e6:0} MB at most, {(gauge.MostMemory - memory) / 1e6 / practices:0.00} MB a practice",
            $"sockets at most      {gauge.MostSockets}",
            $"open files at most   {gauge.MostFiles}",
        ];
        Console.WriteLine(string.Join(Environment.NewLine, lines));

        async Task<(double Seconds, long Bytes)> One(int i)
        {
            var began = Stopwatch.GetTimestamp();
            var endpoint = new FhirEndpoint(new Uri($"{origin}/practices/P{i}/fhir"));
            var extraction = new PracticeExtraction(
                http, endpoint, ExtractionMode.Bulk, new BulkRequest(new BulkLevel.Patients()), settings, TimeProvider.System, new Random(i))
            { Circuits = circuits };
            var folder = Path.Combine(root, i.ToString(CultureInfo.InvariantCulture));
            try
            {
                Directory.CreateDirectory(root);
                var result = await extraction.Run([.. Types.Select(t => new TypeQuery(t))], folder, default);
                Directory.Delete(folder, recursive: true);
                return (Stopwatch.GetElapsedTime(began).TotalSeconds, result.Bytes);
            }
            catch (ExtractionException)
            {
                return (Stopwatch.GetElapsedTime(began).TotalSeconds, 0);
            }
        }
    }
}
