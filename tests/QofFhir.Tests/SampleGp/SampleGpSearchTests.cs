using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using QofFhir.SampleGp.Practice;
using QofFhir.SampleGp.Server;

namespace QofFhir.Tests.SampleGp;

public sealed class SampleGpSearchTests(RunningGp running) : IClassFixture<RunningGp>, IDisposable
{
    private const string Sct = "http%3A%2F%2Fsnomed.info%2Fsct%7C";

    private readonly GpClient _gp = new(running.Server.BaseUrl);

    public void Dispose() => _gp.Dispose();

    [Fact]
    public void It_listens_on_loopback_on_a_port_of_its_own()
    {
        Assert.Equal("127.0.0.1", running.Server.BaseUrl.Host);
        Assert.NotEqual(0, running.Server.BaseUrl.Port);
        Assert.Empty(running.Server.Problems);
    }

    [Fact]
    public async Task The_capability_statement_names_version_types_and_parameters()
    {
        var statement = await _gp.Json("metadata");

        Assert.Equal(("CapabilityStatement", "4.0.1"), (statement.GetProperty("resourceType").GetString(), statement.GetProperty("fhirVersion").GetString()));
        var observation = statement.GetProperty("rest")[0].GetProperty("resource").EnumerateArray().Single(r => r.GetProperty("type").GetString() == "Observation");
        Assert.Contains("combo-code", observation.GetProperty("searchParam").EnumerateArray().Select(p => p.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task A_resource_is_served_with_the_bytes_of_the_file()
    {
        var line = File.ReadLines(Path.Combine(SamplePractice.Folder, "Condition.ndjson")).First();
        var id = JsonDocument.Parse(line).RootElement.GetProperty("id").GetString();

        Assert.Equal(line, await (await _gp.Get("Condition/" + id)).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Pages_of_any_size_hold_each_resource_of_the_type_once_in_order_of_id()
    {
        var expected = File.ReadLines(Path.Combine(SamplePractice.Folder, "Condition.ndjson"))
            .Select(l => JsonDocument.Parse(l).RootElement.GetProperty("id").GetString()!).Order(StringComparer.Ordinal).ToList();

        foreach (var count in new[] { 7, 100, 1000 })
        {
            var pages = await _gp.Pages($"Condition?_count={count}&_sort=_id");
            Assert.Equal(expected, pages.SelectMany(GpClient.IdsOf));
            Assert.All(pages, p => Assert.Equal(expected.Count, p.GetProperty("total").GetInt32()));
            Assert.All(pages.SkipLast(1), p => Assert.Equal(count, GpClient.IdsOf(p).Count));
        }
    }

    [Fact]
    public async Task The_last_page_has_no_next_link_also_when_it_is_full()
    {
        var total = (await _gp.Json("Organization")).GetProperty("total").GetInt32();

        Assert.Equal(1, total);
        Assert.Null(GpClient.Link(await _gp.Json("Organization?_count=1"), "next"));
    }

    [Fact]
    public async Task A_count_of_zero_gives_the_total_alone()
    {
        var bundle = await _gp.Json("Patient?_count=0");

        Assert.Equal(400, bundle.GetProperty("total").GetInt32());
        Assert.False(bundle.TryGetProperty("entry", out _));
        Assert.Null(GpClient.Link(bundle, "next"));
    }

    [Fact]
    public async Task Codes_in_one_parameter_are_alternatives_and_repeated_parameters_must_all_hold()
    {
        var type1 = await _gp.Ids($"Condition?code={Sct}46635009");
        var type2 = await _gp.Ids($"Condition?code={Sct}44054006");
        var either = await _gp.Ids($"Condition?code={Sct}46635009,{Sct}44054006");
        var both = await _gp.Ids($"Condition?code={Sct}46635009&code={Sct}44054006");

        Assert.NotEmpty(type1);
        Assert.Equal(type1.Concat(type2).Order(StringComparer.Ordinal), either);
        Assert.Empty(both);
        Assert.Equal(type2, await _gp.Ids("Condition?code=44054006"));
        Assert.Empty(await _gp.Ids("Condition?code=http%3A%2F%2Floinc.org%7C44054006"));
        Assert.Empty(await _gp.Ids("Condition?code=%7C44054006"));
    }

    [Fact]
    public async Task A_component_is_found_by_combo_code_and_not_by_code()
    {
        var byCode = await _gp.Ids($"Observation?patient=case-edge-pressure-loinc-panel&code=http%3A%2F%2Floinc.org%7C8480-6");
        var byCombo = await _gp.Ids($"Observation?patient=case-edge-pressure-loinc-panel&combo-code=http%3A%2F%2Floinc.org%7C8480-6");

        Assert.Empty(byCode);
        Assert.Single(byCombo);
    }

    [Theory]
    [InlineData("patient=case-dm020-dmmax")]
    [InlineData("patient=Patient/case-dm020-dmmax")]
    [InlineData("subject=Patient%2Fcase-dm020-dmmax")]
    [InlineData("subject=http://127.0.0.1/fhir/Patient/case-dm020-dmmax")]
    public async Task A_patient_may_be_named_in_any_way(string query)
    {
        var ids = await _gp.Ids("Observation?" + query);

        Assert.Equal(["case-dm020-dmmax-3", "case-dm020-dmmax-4"], ids);
    }

    [Fact]
    public async Task Ids_are_alternatives_and_unknown_ones_find_nothing() =>
        Assert.Equal(["case-dm020-dmmax", "p000001"], await _gp.Ids("Patient?_id=p000001,nobody,case-dm020-dmmax"));

    [Fact]
    public async Task An_encounter_is_found_by_its_types_and_by_its_reasons()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllLinesAsync(Path.Combine(folder.Path, "e.ndjson"),
        [
            """{"resourceType":"Encounter","id":"e1","type":[{"coding":[{"system":"urn:s","code":"a"}]},{"coding":[{"system":"urn:s","code":"b"}]}],"reasonCode":[{"coding":[{"system":"urn:s","code":"r"}]}]}""",
            """{"resourceType":"Encounter","id":"e2","type":[{"coding":[{"system":"urn:s","code":"r"}]}]}""",
        ]);
        await using var server = await SampleGpServer.StartAsync(new SampleGpSettings(folder.Path));
        using var gp = new GpClient(server.BaseUrl);
        Assert.Equal(["e1"], await gp.Ids("Encounter?type=urn:s|b"));
        Assert.Equal(["e1"], await gp.Ids("Encounter?reason-code=urn:s|r"));
        Assert.Equal(["e2"], await gp.Ids("Encounter?type=urn:s|r"));
        Assert.Empty(await gp.Ids("Encounter?reason-code=urn:s|a"));
    }

    [Fact]
    public async Task A_known_value_set_finds_its_members_and_another_is_refused()
    {
        var byMembers = await _gp.Ids($"Condition?code={Sct}46635009,{Sct}44054006");

        Assert.Equal(byMembers, await _gp.Ids("Condition?code:in=" + Uri.EscapeDataString(RunningGp.KnownValueSet)));
        await GpClient.Refused(HttpStatusCode.BadRequest, await _gp.Get("Condition?code:in=http%3A%2F%2Fexample.org%2FValueSet%2Funknown"));
    }

    [Theory]
    [InlineData("Condition?code:below=44054006")]
    [InlineData("Condition?onset-date=yesterday")]
    [InlineData("Condition?onset-date=zz2020")]
    [InlineData("Condition?_count=-1")]
    [InlineData("Condition?_count=many")]
    public async Task What_cannot_be_answered_is_refused_with_an_outcome(string query) =>
        await GpClient.Refused(HttpStatusCode.BadRequest, await _gp.Get(query));

    [Fact]
    public async Task All_mistakes_of_a_search_are_named_at_once()
    {
        var text = await GpClient.Refused(HttpStatusCode.BadRequest, await _gp.Get("Condition?_count=many&code:below=1&onset-date=x"));

        Assert.Equal(3, text.Split('\n').Length);
    }

    [Fact]
    public async Task An_unknown_parameter_is_ignored_and_the_self_link_shows_it_unless_handling_is_strict()
    {
        const string Search = "Condition?_elements=id&nonsense=1&_count=5&_sort=_id";

        var self = GpClient.Link(await _gp.Json(Search), "self");
        using var strict = new HttpRequestMessage(HttpMethod.Get, _gp.Url(Search));
        strict.Headers.Add("Prefer", "handling=strict");
        var text = await GpClient.Refused(HttpStatusCode.BadRequest, await _gp.Http.SendAsync(strict));

        Assert.Equal(_gp.Url("Condition?_count=5&_sort=_id").ToString(), self);
        Assert.Contains("_elements", text, StringComparison.Ordinal);
        Assert.Contains("nonsense", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_by_post_finds_what_a_search_by_get_finds_and_can_be_paged()
    {
        var first = await GpClient.Parsed(await _gp.Post("Condition/_search", ("code", "http://snomed.info/sct|44054006"), ("_count", "9")));
        var ids = GpClient.IdsOf(first).ToList();
        for (var next = GpClient.Link(first, "next"); next is not null;)
        {
            var page = await GpClient.Parsed(await _gp.Http.GetAsync(new Uri(next)));
            ids.AddRange(GpClient.IdsOf(page));
            next = GpClient.Link(page, "next");
        }

        Assert.Equal(await _gp.Ids($"Condition?code={Sct}44054006"), ids);
        Assert.True(ids.Count > 9);
    }

    [Fact]
    public async Task A_post_that_is_no_form_is_refused()
    {
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");
        await GpClient.Refused(HttpStatusCode.UnsupportedMediaType, await _gp.Http.PostAsync(_gp.Url("Condition/_search"), content));
    }

    [Theory]
    [InlineData("eq2026-06-10", true)]
    [InlineData("2026-06", true)]
    [InlineData("ge2026-06-10", true)]
    [InlineData("gt2026-06-10", false)]
    [InlineData("le2026-06-10", true)]
    [InlineData("lt2026-06-10", false)]
    [InlineData("lt2026-06-11", true)]
    [InlineData("gt2026-06-09", true)]
    [InlineData("2025", false)]
    public async Task A_date_is_compared_as_the_time_that_it_may_mean(string date, bool found)
    {
        var ids = await _gp.Ids("Observation?patient=case-dm020-achieved&date=" + date);

        Assert.Equal(found ? ["case-dm020-achieved-3"] : [], ids);
    }

    [Fact]
    public async Task Two_dates_enclose_a_time() =>
        Assert.Equal(["case-dm020-latest-decides-3"], await _gp.Ids("Observation?patient=case-dm020-latest-decides&date=ge2026-05-01&date=lt2026-06-01"));

    [Fact]
    public async Task Only_what_changed_since_is_given()
    {
        var all = await _gp.Ids("Observation?_count=1000");
        var since = await _gp.Ids("Observation?_lastUpdated=ge2026-11-01&_count=1000");

        Assert.InRange(since.Count, 1, all.Count - 1);
        Assert.Equal("2026-06-10T20:00:00Z", (await _gp.Json("Observation/case-dm020-achieved-3")).GetProperty("meta").GetProperty("lastUpdated").GetString());
    }

    [Theory]
    [InlineData("Spaceship")]
    [InlineData("Spaceship/1")]
    [InlineData("Patient/nobody")]
    public async Task What_is_not_there_is_404_with_an_outcome(string path) =>
        await GpClient.Refused(HttpStatusCode.NotFound, await _gp.Get(path));

    [Fact]
    public async Task A_known_type_without_resources_gives_an_empty_bundle()
    {
        var bundle = await _gp.Json("Immunization");

        Assert.Equal(0, bundle.GetProperty("total").GetInt32());
        Assert.Empty(GpClient.IdsOf(bundle));
    }

    [Theory]
    [InlineData("Condition?_page=nonsense")]
    [InlineData("Condition?_page=%00%ff")]
    [InlineData("Condition?_page=OTk5OTk5LjE")]
    public async Task A_page_that_was_never_given_is_gone(string query) =>
        await GpClient.Refused(HttpStatusCode.Gone, await _gp.Get(query));

    [Fact]
    public async Task Gzip_is_given_when_asked_for_and_only_then()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _gp.Url("Condition"));
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        var zipped = await _gp.Http.SendAsync(request);
        var plain = await _gp.Get("Condition");

        Assert.Equal(["gzip"], zipped.Content.Headers.ContentEncoding);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        using var unzipped = new StreamReader(new GZipStream(await zipped.Content.ReadAsStreamAsync(), CompressionMode.Decompress));
        Assert.Equal((await plain.Content.ReadAsStringAsync()).Length, (await unzipped.ReadToEndAsync()).Length);
    }

    [Fact]
    public async Task Another_host_name_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _gp.Url("metadata"));
        request.Headers.Host = "evil.example";

        Assert.Equal(HttpStatusCode.BadRequest, (await _gp.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Faults_cannot_be_asked_for_over_HTTP_unless_enabled()
    {
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");

        Assert.Equal(HttpStatusCode.NotFound, (await _gp.Http.PostAsync(running.Server.FaultsUrl, content)).StatusCode);
    }
}
