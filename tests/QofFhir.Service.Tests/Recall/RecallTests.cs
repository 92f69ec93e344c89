using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace QofFhir.Service.Tests.Recall;

/// <summary>The worklist of the sample practice over HTTP, and what is told of its recalls.</summary>
public sealed class RecallTests(SampleRun sample) : IClassFixture<SampleRun>
{
    private const string Csv = "text/csv";

    private TestService Service => sample.Service;

    [Fact]
    public async Task Every_patient_stands_once_and_everyone_on_the_list_is_counted()
    {
        using var answer = await Ask("/recall/A99999");
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        var list = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        var counts = list["counts"]!;
        Assert.Equal((int)sample.Run["result"]!["listSize"]!, (int)counts["listSize"]!);
        var patients = list["patients"]!.AsArray().Select(p => (string)p!["patient"]!).ToList();
        Assert.Equal(patients.Count, patients.Distinct().Count());
        Assert.Equal((int)counts["listed"]!, list["patients"]!.AsArray().Count(p => (string)p!["list"]! == "listed"));
        Assert.True((int)counts["listed"]! > 50 && (int)counts["decidedAgainst"]! > 0, counts.ToJsonString());
        Assert.Contains(list["patients"]!.AsArray(), p => p!["invitations"]!.AsArray().Any(i => (string)i!["state"]! == "open" && i["missing"]!.AsArray().Count == (int)i["asked"]! - i["counted"]!.AsArray().Count));
    }

    [Fact]
    public async Task Csv_json_group_and_list_hold_the_same_patients_in_the_same_order()
    {
        const string asked = "?by=most&birthMonth=3,4&decided=left-out";
        var json = (await Service.Json("/recall/a99999" + asked, Service.Key))["patients"]!.AsArray().Select(p => (string)p!["patient"]!).ToList();
        Assert.NotEmpty(json);
        using var csv = await Ask("/recall/A99999" + asked, Csv);
        Assert.Equal(Csv, csv.Content.Headers.ContentType!.MediaType);
        Assert.Equal(json, (await csv.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')[0]));
        using var sittings = await Ask("/recall/A99999?lines=sitting", Csv);
        Assert.StartsWith("patient,list,birth_month,sitting,", await sittings.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var group = await Service.Json("/recall/A99999/group" + asked, Service.Key);
        var list = await Service.Json("/recall/A99999/list" + asked, Service.Key);
        Assert.Equal(json, group["member"]!.AsArray().Select(m => ((string)m!["entity"]!["reference"]!)["Patient/".Length..]));
        Assert.Equal(json, list["entry"]!.AsArray().Select(m => ((string)m!["item"]!["reference"]!)["Patient/".Length..]));
        Assert.Equal("sample", (string)group["meta"]!["tag"]![0]!["code"]!);
    }

    [Fact]
    public async Task Outcomes_are_kept_annotate_the_next_list_and_move_who_is_booked()
    {
        await using var service = await TestService.Start(null);
        await service.Ended((string)(await service.Json("/runs"))["runs"]![0]!["id"]!);
        var before = await service.Json("/recall/A99999", service.Key);
        var ids = before["patients"]!.AsArray().Where(p => (string)p!["list"]! == "listed").Select(p => (string)p!["patient"]!).Take(3).ToArray();
        var day = (string)before["today"]!;
        var visit = DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).AddDays(5).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        using var json = await service.Send(HttpMethod.Post, "/recall/A99999/outcomes", service.Key, new object?[]
        {
            new { patient = ids[0], on = day, outcome = "booked", method = "telephone", until = visit },
            new { patient = ids[1], on = day, outcome = "declined", method = "letter" },
            new { patient = "nobody-of-ours", on = day, outcome = "declined", method = "letter" },
            null,
        });
        await Told(json, 4, 2, 2);
        for (var again = 0; again < 2; again++)
        {
            using var csv = await Post(service, $"patient,on,outcome,method\n{ids[2]},{day},invited,letter\nnobody-of-ours,{day},invited,letter\n{ids[2]},{day},vanished,letter\n");
            var told = await Told(csv, 3, 1, 2);
            Assert.Equal([3, 4], told["mistakes"]!.AsArray().Select(m => (int)m!["line"]!));
        }

        var after = await service.Json("/recall/A99999", service.Key);
        var of = after["patients"]!.AsArray().ToDictionary(p => (string)p!["patient"]!, p => p!);
        Assert.Equal(("booked", visit), ((string)of[ids[0]]["list"]!, (string)of[ids[0]]["bookedFor"]!));
        Assert.Equal(("listed", false), ((string)of[ids[1]]["list"]!, of[ids[1]]["notes"]!.AsArray().Count != 1));
        var invited = Assert.Single(of[ids[2]]["notes"]!.AsArray())!;
        Assert.EndsWith("not in the record yet", (string)invited["text"]!, StringComparison.Ordinal);
        Assert.Equal((int)before["counts"]!["listed"]! - 1, (int)after["counts"]!["listed"]!);
        Assert.Equal(before["patients"]!.AsArray().Sum(p => p!["open"]!.AsArray().Count), after["patients"]!.AsArray().Sum(p => p!["open"]!.AsArray().Count));

        // About patients: beside their records, and not where workers share.
        Assert.True(File.Exists(Path.Combine(service.Folder, "patients", "recall.db")));
    }

    [Theory]
    [InlineData("/recall/B12345", 404, "not configured")]
    [InlineData("/recall/A99999?framework=qof-england-2019-20", 404, "qof-england-2026-27")]
    [InlineData("/recall/A99999?framework=qof-england-2026-27&framework=qof-england-2019-20", 404, "qof-england-2026-27")]
    [InlineData("/recall/A99999?by=age&birthMonth=13&indicator=DM999&sitting=tea&state=done&horizon=x&decided=x&lines=x&colour=x", 400, "by: ,birthMonth: ,indicator: ,sitting: ,state: ,horizon: ,decided: ,lines: ,colour: ")]
    public async Task What_cannot_be_answered_is_told_all_at_once(string address, int status, string texts)
    {
        using var answer = await Ask(address);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == status, body);
        Assert.All(texts.Split(','), t => Assert.Contains(t, body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_key_is_needed_and_other_content_is_not_read()
    {
        foreach (var address in new[] { "/recall/A99999", "/recall/A99999/group", "/recall/A99999/list" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await Service.Get(address)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await Service.Send(HttpMethod.Post, "/recall/A99999/outcomes", null, Array.Empty<object>())).StatusCode);
        using var text = new HttpRequestMessage(HttpMethod.Post, "/recall/A99999/outcomes") { Content = new StringContent("x", Encoding.UTF8, "text/plain") };
        text.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Service.Key);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await Service.Http.SendAsync(text)).StatusCode);
        using var broken = new HttpRequestMessage(HttpMethod.Post, "/recall/A99999/outcomes") { Content = new StringContent("[{", Encoding.UTF8, "application/json") };
        broken.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Service.Key);
        Assert.Equal(HttpStatusCode.BadRequest, (await Service.Http.SendAsync(broken)).StatusCode);
    }

    [Fact]
    public async Task No_more_than_a_thousand_mistakes_are_told()
    {
        using var json = await Service.Send(HttpMethod.Post, "/recall/A99999/outcomes", Service.Key, new object?[1200]);
        Assert.Equal(1000, (await Told(json, 1200, 0, 1200))["mistakes"]!.AsArray().Count);
    }

    private async Task<HttpResponseMessage> Ask(string address, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Service.Key);
        if (accept is not null)
        {
            request.Headers.Accept.ParseAdd(accept);
        }

        return await Service.Http.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> Post(TestService service, string csv)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/recall/A99999/outcomes") { Content = new StringContent(csv, Encoding.UTF8, Csv) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", service.Key);
        return await service.Http.SendAsync(request);
    }

    private static async Task<JsonNode> Told(HttpResponseMessage answer, int received, int accepted, int rejected)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, body);
        Assert.DoesNotContain("nobody-of-ours", body, StringComparison.Ordinal);
        var told = JsonNode.Parse(body)!;
        Assert.Equal((received, accepted, rejected), ((int)told["received"]!, (int)told["accepted"]!, (int)told["rejected"]!));
        return told;
    }
}
