using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace QofFhir.Service.Tests.Cds;

/// <summary>Whatever is sent gets a clear refusal or a safe answer.</summary>
public sealed class HostileTests(CdsService cds) : IClassFixture<CdsService>
{
    [Theory]
    [InlineData(50, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(9, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(7, HttpStatusCode.BadRequest)]
    public async Task A_body_has_a_most(int megabytes, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, HookCalls.Prompts) { Content = new ByteArrayContent(new byte[megabytes * 1024 * 1024]) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.ExpectContinue = true;
        using var answer = await cds.Service.Http.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("OperationOutcome", (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["resourceType"]!);
    }

    [Fact]
    public async Task The_most_can_be_set()
    {
        await using var service = await CdsService.Start("QofFhir:Cds:BodyMegabytes=1", "QofFhir:Cds:Resources=100");
        var body = HookBody.Whole();
        body["filler"] = new string('x', 1_100_000);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await service.Call(body)).Status);
        body.Remove("filler");
        body["prefetch"]!["flags"] = Flags(101);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await service.Call(body)).Status);
    }

    [Theory]
    [InlineData(4_000, HttpStatusCode.OK)]
    [InlineData(10_000, HttpStatusCode.UnprocessableEntity)]
    public async Task A_record_has_a_most(int resources, HttpStatusCode status)
    {
        var body = HookBody.Whole();
        body["prefetch"]!["flags"] = Flags(resources);
        Assert.Equal(status, (await cds.Service.Call(body)).Status);
    }

    [Fact]
    public async Task A_text_that_breaks_off_is_refused_wherever_it_does()
    {
        var text = Encoding.UTF8.GetBytes(HookBody.Whole().ToJsonString());
        for (var length = 0; length < text.Length; length += text.Length / 40)
        {
            using var content = new ByteArrayContent(text[..length]);
            content.Headers.ContentType = new("application/json");
            using var answer = await cds.Service.Http.PostAsync(HookCalls.Prompts, content);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("""{"hook":null}""")]
    [InlineData("""{"hook":"patient-view","hook":"patient-view"}""")]
    [InlineData("{\"hook\":\"\\udc00\"}")]
    [InlineData("""{"context":{"patientId":"../../etc/passwd","userId":"Practitioner/1"}}""")]
    [InlineData("""{"context":{"patientId":"' OR 1=1 --","userId":"Practitioner/1"}}""")]
    public async Task What_is_no_request_is_refused(string text)
    {
        using var answer = await cds.Service.Http.PostAsync(HookCalls.Prompts, new StringContent(text, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Depth_and_compression_are_refused()
    {
        var deep = HookBody.Whole().ToJsonString().Replace("\"prefetch\":{", "\"prefetch\":{\"deep\":" + new string('[', 1000) + new string(']', 1000) + ",", StringComparison.Ordinal);
        using var answer = await cds.Service.Http.PostAsync(HookCalls.Prompts, new StringContent(deep, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var packed = HookBody.Whole().Json();
        packed.Headers.ContentEncoding.Add("gzip");
        using var refused = await cds.Service.Http.PostAsync(HookCalls.Prompts, packed);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, refused.StatusCode);
    }

    [Fact]
    public async Task No_answer_repeats_what_was_sent()
    {
        const string name = "<script>Quillfeather</script>";
        var bodies = new List<JsonObject>();
        for (var i = 0; i < 6; i++)
        {
            var body = HookBody.Whole();
            body["prefetch"]!["patient"]!["name"] = new JsonArray(new JsonObject { ["family"] = name });
            bodies.Add(body);
        }

        bodies[1]["hook"] = name;
        bodies[2]["context"]!["patientId"] = name;
        bodies[3]["prefetch"]![name] = name;
        bodies[4]["prefetch"]!["conditions"] = new JsonObject { ["resourceType"] = name };
        bodies[5]["prefetch"]!["patient"]!["id"] = name;
        foreach (var body in bodies)
        {
            Assert.DoesNotContain("Quillfeather", (await cds.Service.Call(body)).Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Calls_at_the_same_time_keep_their_patients_apart()
    {
        var patients = new[] { "p000075", "p000099", "p000174", "p000189", "p000088" };
        var found = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(async () =>
        {
            var at = await CdsService.AtHand(cds.Service, HookBody.Whole(patients[i % 5]));
            return at.Records.PatientCount == 1 && at.Records.Patient(0).Id == patients[i % 5];
        })));
        Assert.DoesNotContain(false, found);
    }

    private static JsonObject Flags(int count) => HookBody.Found(
        [.. Enumerable.Range(0, count).Select(i => $$$"""{"resourceType":"Flag","id":"f{{{i}}}","status":"active","subject":{"reference":"Patient/{{{HookBody.Patient}}}"},"code":{"text":"x"},"period":{"start":"2099-01-01"}}""")]);
}
