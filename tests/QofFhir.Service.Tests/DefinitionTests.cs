using System.Net;
using System.Text.Json.Nodes;

namespace QofFhir.Service.Tests;

/// <summary>What the service serves of its definitions.</summary>
public sealed class DefinitionTests(IdleService idle) : IClassFixture<IdleService>
{
    private const string Indicator = "https://qoffhir.example.org/Id/indicator";
    private readonly TestService _service = idle.Service;

    [Fact]
    public async Task A_measures_library_and_its_value_sets_are_served_as_it_names_them()
    {
        var measure = await One("Measure", "identifier=DM020");
        var library = await One("Library", "url=" + Escaped(measure["library"]![0]));
        Assert.Equal("logic-library", (string)library["type"]!["coding"]![0]!["code"]!);
        foreach (var needed in library["relatedArtifact"]!.AsArray().Select(a => (string?)a!["resource"]).OfType<string>())
        {
            var type = needed.Contains("/Library/", StringComparison.Ordinal) ? "Library" : "ValueSet";
            var resource = await One(type, "url=" + Uri.EscapeDataString(needed));
            Assert.Equal(resource.ToJsonString(), (await One(type, $"url={Uri.EscapeDataString($"{needed}|{resource["version"]}")}")).ToJsonString());
            Assert.Equal(resource.ToJsonString(), (await _service.Json($"/fhir/{type}/{resource["id"]}")).ToJsonString());
        }
    }

    [Theory]
    [InlineData("Measure", "version=51.2", true)]
    [InlineData("Measure", "version=1", false)]
    [InlineData("Measure", "name=qof_england", true)]
    [InlineData("Measure", "name=england", false)]
    [InlineData("Measure", "identifier=" + Indicator + "|DM020", true)]
    [InlineData("Measure", "identifier=DM020,HYP010", true)]
    [InlineData("Measure", "identifier=other|DM020", false)]
    [InlineData("Library", "name=QOF_DM020", true)]
    [InlineData("Library", "name=QOF_DM020&version=0", false)]
    [InlineData("Library", "_id=qof-england-2026-27", true)]
    [InlineData("ValueSet", "name=DM_COD", true)]
    [InlineData("ValueSet", "url=https://qoffhir.example.org/fhir/ValueSet/NOTHING", false)]
    public async Task Definitions_are_found_by_what_they_are_called(string type, string query, bool found) =>
        Assert.Equal(found, (int)(await _service.Json($"/fhir/{type}?{query.Replace("|", "%7C", StringComparison.Ordinal)}"))["total"]! > 0);

    [Fact]
    public async Task Pages_are_linked_and_hold_each_value_set_once()
    {
        var ids = new List<string>();
        var address = "/fhir/ValueSet?_count=7";
        var total = 0;
        while (address is not null)
        {
            var page = await _service.Json(address);
            total = (int)page["total"]!;
            ids.AddRange(page["entry"]!.AsArray().Select(e => (string)e!["resource"]!["id"]!));
            address = (string?)page["link"]!.AsArray().SingleOrDefault(l => (string)l!["relation"]! == "next")?["url"];
        }

        Assert.True(total > 7);
        Assert.Equal(total, ids.Distinct().Count());
        Assert.Equal(total, ids.Count);
    }

    [Fact]
    public async Task Requirements_are_told_for_one_measure_for_several_and_for_all()
    {
        var one = await _service.Json("/fhir/Measure/qof-england-2026-27-dm020/$data-requirements?periodStart=2026-04-01&periodEnd=2027-03-31");
        Assert.Equal("module-definition", (string)one["type"]!["coding"]![0]!["code"]!);
        Assert.Equal("2027-03-31", (string)one["effectivePeriod"]!["end"]!);
        var measure = "https://qoffhir.example.org/fhir/Measure/qof-england-2026-27-";
        var named = await _service.Json($"/fhir/Measure/$data-requirements?measure={measure}dm020");
        Assert.Equal(one["dataRequirement"]!.ToJsonString(), named["dataRequirement"]!.ToJsonString());
        var two = await _service.Json($"/fhir/Measure/$data-requirements?measure={measure}dm020&measure={measure}hyp010%7C51.2");
        var all = await _service.Json("/fhir/Measure/$data-requirements");
        Assert.InRange(two["dataRequirement"]!.AsArray().Count, one["dataRequirement"]!.AsArray().Count + 1, all["dataRequirement"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("/fhir/Library/nothing", HttpStatusCode.NotFound)]
    [InlineData("/fhir/Measure/nothing/$data-requirements", HttpStatusCode.NotFound)]
    [InlineData("/fhir/Measure/$data-requirements?measure=nothing", HttpStatusCode.NotFound)]
    [InlineData("/fhir/Measure/$data-requirements?periodStart=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("/fhir/Measure/$data-requirements?periodStart=2027-04-01&periodEnd=2026-04-01", HttpStatusCode.BadRequest)]
    [InlineData("/fhir/ValueSet?name:contains=DM", HttpStatusCode.BadRequest)]
    [InlineData("/fhir/ValueSet?_count=many", HttpStatusCode.BadRequest)]
    public async Task What_is_not_there_or_not_understood_is_an_outcome(string address, HttpStatusCode status)
    {
        using var answer = await _service.Get(address);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("OperationOutcome", (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["resourceType"]!);
    }

    [Fact]
    public async Task An_unknown_parameter_is_left_out_or_refused_when_asked_strictly()
    {
        Assert.EndsWith("?name=DM", (string)(await _service.Json("/fhir/ValueSet?name=DM&colour=red"))["link"]![0]!["url"]!, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/fhir/ValueSet?colour=red");
        request.Headers.Add("Prefer", "handling=strict");
        using var strict = await _service.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, strict.StatusCode);
    }

    private async Task<JsonNode> One(string type, string query)
    {
        var bundle = await _service.Json($"/fhir/{type}?{query}");
        Assert.Equal(1, (int)bundle["total"]!);
        return bundle["entry"]![0]!["resource"]!;
    }

    private static string Escaped(JsonNode? text) => Uri.EscapeDataString((string)text!);
}
