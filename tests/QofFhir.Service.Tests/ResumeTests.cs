using Dapper;
using QofFhir.SampleGp.Server;
using QofFhir.SampleGp.Server.Faults;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Tests;

/// <summary>A service that is killed at any point of a run does the run again, and nothing of the kill shows in its reports.</summary>
public sealed class ResumeTests : IDisposable
{
    private const int Kills = 10;
    private readonly string _folder = Directory.CreateTempSubdirectory("qoffhir-kill-").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_service_killed_in_every_part_of_a_run_ends_with_the_reports_of_an_undisturbed_run()
    {
        await using var gp = await TestService.SampleGp();
        gp.Faults.Plan = new SampleGpFaultPlan { SlowMilliseconds = 15 };
        var (undisturbed, killed) = (Path.Combine(_folder, "undisturbed"), Path.Combine(_folder, "killed"));
        TimeSpan whole;
        using (var service = await ServiceProcess.Start(Settings(gp, undisturbed)))
        {
            service.Authorise(await service.FirstKey());
            var run = await service.Ended(await service.Run(TestService.Ods));
            Assert.Equal("succeeded", (string)run["status"]!);
            whole = (DateTimeOffset)run["endedAt"]! - (DateTimeOffset)run["startedAt"]!;
        }

        var expected = Reports(undisturbed);
        Assert.NotEmpty(expected.Shared);
        Assert.NotEmpty(expected.Patients);

        var random = new Random(2026);
        string? key = null;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var service = await ServiceProcess.Start(Settings(gp, killed));
            service.Authorise(key ??= await service.FirstKey());
            await service.Run(TestService.Ods);
            await Task.Delay(whole * ((kill + random.NextDouble()) / Kills));
            service.Kill();

            // Nothing or all of it, whatever the point; what was ended stays as it was.
            var (shared, patients) = Reports(killed);
            Assert.True(shared.Length == 0 || shared.SequenceEqual(expected.Shared), $"after kill {kill}");
            Assert.True(patients.Length == 0 || patients.SequenceEqual(expected.Patients), $"after kill {kill}");
        }

        using (var service = await ServiceProcess.Start(Settings(gp, killed)))
        {
            var last = (await service.Json("/runs"))["runs"]!.AsArray().MaxBy(r => (int)r!["attempt"]!)!;
            Assert.Equal("succeeded", (string)(await service.Ended((string)last["id"]!))["status"]!);
            var runs = (await service.Json("/runs"))["runs"]!.AsArray();
            Assert.All(runs, r => Assert.True((string)r!["status"]! == "succeeded" || ((string)r["reason"]!).EndsWith("does its work", StringComparison.Ordinal), (string?)r["reason"]));
        }

        Assert.Equal(expected.Shared, Reports(killed).Shared);
        Assert.Equal(expected.Patients, Reports(killed).Patients);
        Assert.Empty(TestService.Unfinished(killed));
    }

    private static string[] Settings(SampleGpServer gp, string folder) =>
    [
        $"QofFhir:DataFolder={folder}", $"QofFhir:Practices:0:Ods={TestService.Ods}", $"QofFhir:Practices:0:BaseUrl={gp.BaseUrl}",
        "QofFhir:AchievementDate=2026-11-30", $"QofFhir:CodePacks:0={Path.Combine(AppContext.BaseDirectory, "samples", "valuesets")}",
    ];

    /// <summary>Every version of every report, live or not, as it says, without when it was computed.</summary>
    private static (string[] Shared, string[] Patients) Reports(string folder)
    {
        return (Of(SharedDatabase.InFile(folder)), Of(SharedDatabase.PracticeTier(folder)));

        static string[] Of(IDatabase database) =>
            [.. database.Read(c => c.Query<string>("SELECT id || ' ' || version || ' ' || live || ' ' || content FROM report ORDER BY id, version"))];
    }
}
