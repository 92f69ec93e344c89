using System.Diagnostics;
using System.Net.Http.Json;
using QofFhir.Extraction;
using QofFhir.Extraction.Bulk;
using QofFhir.SampleGp.Practice;

namespace QofFhir.Benchmarks;

/// <summary>One large export from a sample GP system in a process of its own: as fast as it goes, and held to so many bytes a second.</summary>
internal static class ExportThroughput
{
    private const int PatientsAGigabyte = 10_000;
    private const int EntriesAPatient = 570;

    private static readonly string[] Types = ["Patient", "EpisodeOfCare", "Condition", "Observation", "MedicationRequest", "Immunization"];

    /// <param name="megabytes">About so large is the export.</param>
    /// <param name="throttle">Megabytes a second that the server gives.</param>
    public static async Task Run(int megabytes, int throttle)
    {
        var root = Directory.CreateTempSubdirectory("qoffhir-export-").FullName;
        try
        {
            var recipe = new PracticeRecipe(Math.Max(1, PatientsAGigabyte * megabytes / 1000)) { BackgroundEntries = EntriesAPatient };
            SamplePractice.Write(recipe, Path.Combine(root, "practice"));
            await using var server = await ServerProcess.Start(Path.Combine(root, "practice"));
            using var http = SearchExtraction.NewClient();
            await One(http, server.Origin, Path.Combine(root, "warm"), 1);
            var memory = ProcessGauge.Memory();
            await using var gauge = new ProcessGauge();
            var free = await Median(http, server.Origin, root);
            using var set = await http.PostAsJsonAsync($"{server.Origin}/faults", new { bytesPerSecond = throttle * 1_000_000L });
            set.EnsureSuccessStatusCode();
            var held = await Median(http, server.Origin, root);
            Console.WriteLine(string.Join(
                Environment.NewLine,
                $"unthrottled  {free.Bytes / 1e6:0} MB in {free.Seconds:0.00} s, {free.Bytes / 1e6 / free.Seconds:0} MB/s",
                $"throttled    {held.Bytes / 1e6:0} MB in {held.Seconds:0.00} s, {held.Bytes / 1e6 / held.Seconds:0.0} MB/s, {held.Bytes / 1e6 / held.Seconds / throttle:0.000} of {throttle} MB/s",
                $"memory       {memory / 1e6:0} MB before, {gauge.MostMemory / 1e6:0} MB at most"));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task<(double Seconds, long Bytes)> Median(HttpClient http, string origin, string root)
    {
        var runs = new List<(double Seconds, long Bytes)>();
        for (var i = 0; i < 3; i++)
        {
            runs.Add(await One(http, origin, Path.Combine(root, "out"), Types.Length));
        }

        return runs.Order().ElementAt(1);
    }

    private static async Task<(double Seconds, long Bytes)> One(HttpClient http, string origin, string folder, int types)
    {
        var start = Stopwatch.GetTimestamp();
        var extraction = new BulkExtraction(
            http, new FhirEndpoint(new Uri(origin + "/fhir")), new BulkRequest(new BulkLevel.Patients()), new ExtractionSettings(), TimeProvider.System, new Random(1));
        var result = await extraction.Run([.. Types.Take(types).Select(t => new TypeQuery(t))], folder, default);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Directory.Delete(folder, recursive: true);
        return (seconds, result.Bytes);
    }
}
