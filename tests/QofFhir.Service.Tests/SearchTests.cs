using System.Net;
using System.Text.Json.Nodes;

namespace QofFhir.Service.Tests;

/// <summary>The search for reports, whichever database they are in.</summary>
public abstract class SearchTests(SampleRun sample)
{
    private readonly TestService _service = sample.Service;

    [Fact]
    public async Task Each_parameter_narrows_the_search()
    {
        var all = await Total("");
        Assert.True(all > 5);
        var dm020 = (await _service.Json("/fhir/MeasureReport?_count=500"))["entry"]!.AsArray()
            .Select(e => e!["resource"]!).Single(r => (string)r["group"]![0]!["code"]!["coding"]![0]!["code"]! == "DM020");
        var identifier = dm020["identifier"]![0]!;
        var value = (string)identifier["value"]!;
        Assert.Equal(1, await Total("identifier=" + Uri.EscapeDataString($"{identifier["system"]}|{value}")));
        Assert.Equal(1, await Total("identifier=" + Uri.EscapeDataString(value)));
        Assert.Equal(0, await Total("identifier=" + Uri.EscapeDataString($"http://other|{value}")));
        var measure = (string)dm020["measure"]!;
        Assert.Equal(1, await Total("measure=" + Uri.EscapeDataString(measure)));
        Assert.Equal(1, await Total("measure=" + Uri.EscapeDataString(measure.Split('|')[0])));
        Assert.Equal(0, await Total("measure=" + Uri.EscapeDataString(measure.Split('|')[0] + "|0")));
        Assert.Equal(all, await Total("reporter=Organization/" + TestService.Ods));
        Assert.Equal(all, await Total("reporter=" + TestService.Ods));
        Assert.Equal(0, await Total("reporter=X"));
        Assert.Equal(all, await Total("status=complete") + await Total("status=error"));
        Assert.Equal(all, await Total("status=complete,error"));
        Assert.Equal(1, await Total($"_id={dm020["id"]}"));
    }

    [Theory]
    [InlineData("period=2026", false)]
    [InlineData("period=ap2026", true)]
    [InlineData("period=ge2026-04-01", true)]
    [InlineData("period=gt2027-03-31", false)]
    [InlineData("period=gt2027-03-30", true)]
    [InlineData("period=lt2026-04-01", false)]
    [InlineData("period=sa2026-03-31", true)]
    [InlineData("period=eb2027-04-01", true)]
    [InlineData("period=eb2027-03-31", false)]
    [InlineData("date=2026-11-30", true)]
    [InlineData("date=2026-11", true)]
    [InlineData("date=2026-12", false)]
    [InlineData("date=gt2026-11-30", false)]
    [InlineData("date=ge2026-11-30T09:00:00Z", true)]
    [InlineData("date=lt2026-11-30T09:00:00Z", false)]
    [InlineData("date=ge2026-11-01&date=le2026-11-30", true)]
    public async Task Dates_compare_as_spans(string query, bool found) => Assert.Equal(found, await Total(query) > 0);

    [Fact]
    public async Task Pages_are_linked_and_hold_each_report_once()
    {
        var ids = new List<string>();
        var address = "/fhir/MeasureReport?_count=4";
        while (address is not null)
        {
            var page = await _service.Json(address);
            ids.AddRange(page["entry"]!.AsArray().Select(e => (string)e!["resource"]!["id"]!));
            Assert.InRange(page["entry"]!.AsArray().Count, 1, 4);
            address = (string?)page["link"]!.AsArray().SingleOrDefault(l => (string)l!["relation"]! == "next")?["url"];
        }

        Assert.Equal(await Total(""), ids.Count);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_parameter_that_is_not_known_is_left_out_of_the_self_link_or_refused_when_asked_strictly()
    {
        var page = await _service.Json("/fhir/MeasureReport?status=complete&colour=red");
        Assert.EndsWith("?status=complete", (string)page["link"]![0]!["url"]!, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/fhir/MeasureReport?colour=red");
        request.Headers.Add("Prefer", "handling=strict");
        using var strict = await _service.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, strict.StatusCode);
    }

    [Theory]
    [InlineData("/fhir/MeasureReport?date=yesterday", 400)]
    [InlineData("/fhir/MeasureReport?_count=many", 400)]
    [InlineData("/fhir/MeasureReport/nothing", 404)]
    [InlineData("/fhir/Measure/nothing", 404)]
    [InlineData("/fhir/Nothing", 404)]
    public async Task Errors_below_fhir_are_outcomes(string address, int status)
    {
        using var answer = await _service.Get(address);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/fhir+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("OperationOutcome", (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["resourceType"]!);
    }

    [Theory]
    [InlineData("subject:Patient=x")]
    [InlineData("patient:identifier=x")]
    [InlineData("patient.name=x")]
    [InlineData("type:not=summary")]
    public async Task A_modifier_that_is_not_understood_is_refused_and_never_passed_over(string query)
    {
        using var answer = await _service.Get("/fhir/MeasureReport?" + query);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("_id", 3000)]
    [InlineData("field", 3000)]
    public async Task A_search_with_too_many_values_is_refused(string name, int values)
    {
        var one = new KeyValuePair<string, string>(name, string.Join(',', Enumerable.Repeat("a", values)));
        using var form = new FormUrlEncodedContent(name == "_id" ? [one] : Enumerable.Range(0, values).Select(i => new KeyValuePair<string, string>($"f{i}", "a")));
        using var answer = await _service.Http.PostAsync(new Uri("/fhir/MeasureReport/_search", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task With_the_key_summaries_and_reports_about_patients_are_found_in_one_search()
    {
        var (summaries, individuals) = (await Total(""), await Total("type=individual", _service.Key));
        Assert.Equal(summaries, await Total("type=" + Uri.EscapeDataString("http://hl7.org/fhir/measure-report-type|summary")));
        Assert.Equal(individuals, await Total("type=" + Uri.EscapeDataString("http://hl7.org/fhir/measure-report-type|individual"), _service.Key));
        Assert.Equal(summaries + individuals, await Total("type=summary,individual", _service.Key));
        var edge = await _service.Json($"/fhir/MeasureReport?type=summary,individual&_count=4&_offset={summaries - 2}", _service.Key);
        Assert.Equal(["summary", "summary", "individual", "individual"], edge["entry"]!.AsArray().Select(e => (string)e!["resource"]!["type"]!));

        var one = edge["entry"]![3]!["resource"]!;
        foreach (var query in new[] { $"_id={one["id"]}", "identifier=" + Uri.EscapeDataString((string)one["identifier"]![0]!["value"]!) })
        {
            Assert.Equal(1, await Total(query, _service.Key));
            Assert.Equal(0, await Total(query));
        }
    }

    [Fact]
    public async Task A_value_with_quotes_is_a_value_and_no_statement() =>
        Assert.Equal(0, await Total("reporter=" + Uri.EscapeDataString("' OR '1'='1")));

    [Fact]
    public async Task A_patient_search_can_be_posted()
    {
        using var form = new FormUrlEncodedContent([new("patient", "nobody")]);
        using var closed = await _service.Http.PostAsync(new Uri("/fhir/MeasureReport/_search", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.Unauthorized, closed.StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/fhir/MeasureReport/_search") { Content = new FormUrlEncodedContent([new("patient", "nobody")]) };
        request.Headers.Authorization = new("Bearer", _service.Key);
        using var open = await _service.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Fact]
    public async Task Each_reports_measure_is_here()
    {
        var report = (await _service.Json("/fhir/MeasureReport"))["entry"]![0]!["resource"]!;
        var canonical = ((string)report["measure"]!).Split('|');
        var measure = (await _service.Json("/fhir/Measure?url=" + Uri.EscapeDataString(canonical[0])))["entry"]![0]!["resource"]!;
        Assert.Equal(canonical[1], (string)measure["version"]!);
        Assert.Equal(measure.ToJsonString(), (await _service.Json("/fhir/Measure/" + (string)measure["id"]!)).ToJsonString());
    }

    [Fact]
    public async Task The_capability_statement_names_what_is_served()
    {
        var said = await _service.Json("/fhir/metadata");
        Assert.Equal("4.0.1", (string)said["fhirVersion"]!);
        var served = said["rest"]![0]!["resource"]!.AsArray();
        Assert.Equal(["MeasureReport", "Measure", "Library", "ValueSet"], served.Select(r => (string)r!["type"]!));
        Assert.Equal("data-requirements", (string)served[1]!["operation"]![0]!["name"]!);
    }

    [Fact]
    public async Task The_front_page_says_where_to_look()
    {
        using var page = await _service.Get("/");
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.Contains("href=\"/fhir/MeasureReport\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<int> Total(string query, string? key = null) => (int)(await _service.Json($"/fhir/MeasureReport?{query}", key))["total"]!;
}
