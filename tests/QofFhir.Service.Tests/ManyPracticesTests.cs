using System.Text.Json.Nodes;
using QofFhir.SampleGp.Server;
using QofFhir.SampleGp.Server.Faults;

namespace QofFhir.Service.Tests;

/// <summary>Many practices at once: a dead or a slow system holds up nobody else.</summary>
public sealed class ManyPracticesTests : IDisposable
{
    private const int Practices = 60;
    private const string Tag = """ "meta":{"tag":[{"system":"https://qoffhir.example.org/fhir/CodeSystem/tag","code":"sample"}]} """;
    private readonly string _folder = Directory.CreateTempSubdirectory("qoffhir-many-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Dead_and_slow_systems_hold_up_nobody_else()
    {
        File.WriteAllLines(Path.Combine(_folder, "Patient.ndjson"), Enumerable.Range(0, 20)
            .Select(i => $$"""{"resourceType":"Patient","id":"p{{i}}",{{Tag}},"birthDate":"1960-01-01"}"""));
        await using var gp = await SampleGpServer.StartAsync(new SampleGpSettings(_folder));
        var names = Enumerable.Range(1, Practices).Select(i => $"X{i}").ToArray();
        var (dead, slow) = (names.Where((_, i) => i % 6 == 0).ToHashSet(), names.Where((_, i) => i % 6 == 3).ToHashSet());
        foreach (var name in names)
        {
            gp.FaultsOf(name).Plan = dead.Contains(name) ? new SampleGpFaultPlan { Off = true }
                : slow.Contains(name) ? new SampleGpFaultPlan { Hang = int.MaxValue } : new SampleGpFaultPlan();
        }

        await using var service = await TestService.Start(null, [
            .. names.SelectMany((n, i) => new[] { $"QofFhir:Practices:{i}:Ods={n}", $"QofFhir:Practices:{i}:BaseUrl={gp.PracticeUrl(n)}" }),
            $"QofFhir:Extractions={Practices}", $"QofFhir:CodePacks:0={Path.Combine(AppContext.BaseDirectory, "samples", "valuesets")}",
        ]);
        // The dead and the slow first: they would be in the way.
        var ids = new Dictionary<string, string>();
        foreach (var name in names.OrderBy(n => dead.Contains(n) || slow.Contains(n) ? 0 : 1))
        {
            using var started = await service.Send(HttpMethod.Post, "/runs", service.Key, new { practice = name });
            ids[name] = (string)JsonNode.Parse(await started.Content.ReadAsStringAsync())!["id"]!;
        }

        foreach (var name in names.Where(n => !dead.Contains(n) && !slow.Contains(n)))
        {
            Assert.Equal("succeeded", (string)(await service.Ended(ids[name]))["status"]!);
        }

        foreach (var name in slow)
        {
            var run = await service.Json("/runs/" + ids[name]);
            Assert.Equal("running", (string)run["status"]!);
        }

        Assert.DoesNotContain(dead, n => (string)service.Json("/runs/" + ids[n]).Result["status"]! == "succeeded");
    }
}
