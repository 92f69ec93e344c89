using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using QofFhir.SampleGp.Practice;
using QofFhir.SampleGp.Server;

namespace QofFhir.Service.Tests.Improvement;

/// <summary>Five practices of a network, and a module that the network wrote itself.</summary>
public sealed class NetworkTests : IAsyncDisposable
{
    private const string Local = """
        module: older-people
        title: Blood pressure of older people
        source: { document: "Written by the network", evidence: found }
        rules: 1
        rulesets: [OLDER]
        measures: [OLDBP]
        requirements:
          - { id: baseline, kind: baseline, text: "Count once" }
        template:
          - { id: learning, question: "What was learnt?", type: text, needed: yes }
        ---
        ruleset: OLDER
        title: Older people
        source: { document: "Written by the network", evidence: found }
        fields:
          BP: latest BP_COD
        registers:
          OLD_REG:
            title: Aged 70 or over
            rules:
              - { select: "PAT_AGE >= 70" }
              - reject
        indicators:
          OLDBP:
            title: Aged 70 or over, with a blood pressure in 12 months
            population: OLD_REG
            rules:
              - { achieve: "BP_DAT > ACHV_DAT - 12 months" }
        """;

    private readonly List<SampleGpServer> _systems = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("qoffhir-network-").FullName;

    public async ValueTask DisposeAsync()
    {
        foreach (var system in _systems)
        {
            await system.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_network_of_five_practices_reports_together_and_tells_of_nobody()
    {
        await using var service = await Five();
        Assert.Equal(HttpStatusCode.OK, (await service.Call(HttpMethod.Put, "/qi/modules/older-people?by=Ann", new StringContent(Local, Encoding.UTF8, "application/yaml"))).Status);
        for (var i = 1; i <= 5; i++)
        {
            var plan = $"/practices/{Ods(i)}/qi/older-people/2026";
            await service.Run(Ods(i));
            await service.Count("baselines", "2026-06-30", plan);
            await service.Count("measurements", "2026-11-30", plan);
            await service.Put("meetings/m1", PlanService.Meeting("2026-10-01", shared: i == 2, learning: i == 2 ? "Call in the mornings" : "Kept here"), plan);
        }

        var told = await service.Json("/qi/networks/U99999/older-people/2026", service.Key);
        var measure = Assert.Single(told["measures"]!.AsArray())!;
        var practices = measure["practices"]!.AsArray();
        Assert.Equal(5, practices.Count);
        foreach (var time in new[] { "baseline", "now" })
        {
            Assert.Equal(practices.Sum(p => (int)p![time]!["numerator"]!), (int)measure[time]!["numerator"]!);
            Assert.Equal(practices.Sum(p => (int)p![time]!["denominator"]!), (int)measure[time]!["denominator"]!);
        }

        Assert.Equal("Call in the mornings", (string)Assert.Single(told["learning"]!.AsArray())!["text"]!);
        Assert.DoesNotContain("Kept here", told.ToJsonString(), StringComparison.Ordinal);

        var report = Assert.Single((await service.Json("/qi/networks/U99999/older-people/2026/reports"))["entry"]!.AsArray())!["resource"]!;
        var counts = report["group"]![0]!["population"]!.AsArray().Select(p => (int)p!["count"]!).ToArray();
        Assert.All(counts, c => Assert.Equal(0, c % 5));
        Assert.Contains(counts, c => c > 0 && Math.Abs(c - (int)measure["now"]!["denominator"]!) <= 2);
        Assert.DoesNotContain("Patient/", report.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Ods(1), report.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("module: other\ntitle: x\n", 422, "")]
    [InlineData("module: &a older-people\ntitle: *a\n", 422, "older-people.yaml:1:")]
    [InlineData("module: older-people\ntitle: x\nmeasures: [NOSUCH]\n", 422, "older-people.yaml:")]
    [InlineData("not yaml: [", 422, "older-people.yaml:")]
    [InlineData("", 422, "older-people.yaml:")]
    public async Task A_module_with_mistakes_is_refused_with_their_places(string yaml, int status, string place)
    {
        await using var service = await TestService.For(new Uri("http://127.0.0.1:9/fhir"), null, PlanService.Framework);
        var (answered, problem, _) = await service.Call(HttpMethod.Put, "/qi/modules/older-people?by=Ann", new StringContent(yaml, Encoding.UTF8, "application/yaml"));
        Assert.Equal(status, (int)answered);
        Assert.Contains(place, problem!["mistakes"]?.ToJsonString() ?? "", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Call(HttpMethod.Get, "/qi/modules/older-people")).Status);
    }

    [Fact]
    public async Task A_file_of_five_megabytes_and_a_standing_name_are_refused()
    {
        await using var service = await TestService.For(new Uri("http://127.0.0.1:9/fhir"), null, PlanService.Framework);
        var large = new StringContent("# " + new string('x', 5_000_000), Encoding.UTF8, "application/yaml");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await service.Call(HttpMethod.Put, "/qi/modules/older-people?by=Ann", large)).Status);
        var standing = new StringContent(Local.Replace("module: older-people", "module: end-of-life", StringComparison.Ordinal), Encoding.UTF8, "application/yaml");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await service.Call(HttpMethod.Put, "/qi/modules/end-of-life?by=Ann", standing)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await service.Call(HttpMethod.Put, "/qi/modules/older-people", new StringContent(Local))).Status);
    }

    [Fact]
    public async Task Records_that_were_fetched_without_a_modules_codes_are_not_counted()
    {
        await using var gp = await TestService.SampleGp();
        await using var service = await TestService.For(gp.BaseUrl, null, PlanService.Framework);
        await service.Run();
        var unknown = Local.Replace("rulesets: [OLDER]", "rulesets: [OLDER]\ncodes:\n  OWN_COD: { title: Own, class: code, system: \"http://snomed.info/sct\", codes: [\"123038009\"] }", StringComparison.Ordinal)
            .Replace("latest BP_COD", "latest OWN_COD", StringComparison.Ordinal);
        var (status, module, _) = await service.Call(HttpMethod.Put, "/qi/modules/older-people?by=Ann", new StringContent(unknown));
        Assert.True(status == HttpStatusCode.OK, module!.ToJsonString());
        var (refused, problem, _) = await service.Call(HttpMethod.Post, $"/practices/{TestService.Ods}/qi/older-people/2026/baselines", new { by = "Ann" });
        Assert.Equal(HttpStatusCode.Conflict, refused);
        Assert.Contains("run the practice again", (string)problem!["detail"]!, StringComparison.Ordinal);
        await service.Run();
        await service.Count("baselines", "2026-11-30", $"/practices/{TestService.Ods}/qi/older-people/2026");
    }

    private static string Ods(int practice) => $"A9999{practice}";

    private async Task<TestService> Five()
    {
        var settings = new List<string> { PlanService.Framework, $"QofFhir:CodePacks:0={Path.Combine(AppContext.BaseDirectory, "samples", "valuesets")}" };
        for (var i = 1; i <= 5; i++)
        {
            var folder = Path.Combine(_folder, Ods(i));
            SamplePractice.Write(new PracticeRecipe(120, Seed: i, PracticeCode: Ods(i)), folder);
            _systems.Add(await SampleGpServer.StartAsync(new SampleGpSettings(folder)));
            settings.AddRange([$"QofFhir:Practices:{i - 1}:Ods={Ods(i)}", $"QofFhir:Practices:{i - 1}:BaseUrl={_systems[^1].BaseUrl}"]);
        }

        return await TestService.Start(null, [.. settings]);
    }
}
