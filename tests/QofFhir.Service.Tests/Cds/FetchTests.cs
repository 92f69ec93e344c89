using System.Net;
using System.Text.Json.Nodes;
using QofFhir.SampleGp.Practice;
using QofFhir.SampleGp.Server;
using QofFhir.SampleGp.Server.Faults;
using QofFhir.Service.Cds;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Tests.Cds;

/// <summary>What is missing comes from the client's own server, and from no other.</summary>
public sealed class FetchTests(SampleSystem gp) : IClassFixture<SampleSystem>
{
    [Fact]
    public async Task What_is_missing_is_fetched_and_gives_the_same_record()
    {
        await using var service = await gp.Service();
        var fetched = await CdsService.AtHand(service, HookBody.From(gp.Url));
        Assert.Equal(RecordsOrigin.Fetched, fetched.Origin);
        var brought = await CdsService.AtHand(service, HookBody.Whole());
        Assert.Equal(Events(brought), Events(fetched));
        Assert.Equal(brought.Records.Registration, fetched.Records.Registration);
        Assert.Equal(HttpStatusCode.OK, (await service.Call(HookBody.From(gp.Url))).Status);
    }

    [Fact]
    public async Task Only_what_is_missing_is_asked()
    {
        await using var service = await gp.Service();
        var body = HookBody.Whole();
        body["fhirServer"] = gp.Url.ToString();
        body["prefetch"]!.AsObject().Remove("conditions");
        body["prefetch"]!["procedures"] = JsonNode.Parse("""{"resourceType":"Bundle","type":"searchset","link":[{"relation":"next","url":"http://169.254.169.254/latest"}]}""");
        gp.Forget();
        Assert.Equal(HttpStatusCode.OK, (await service.Call(body)).Status);
        Assert.Equal(["Condition", "Procedure"], gp.Asked());
    }

    [Fact]
    public async Task The_token_goes_along_and_a_refused_one_leaves_all_missing()
    {
        await using var service = await gp.Service();
        gp.Plan(new SampleGpFaultPlan { BearerToken = "for-this-call" });
        Assert.Equal(HttpStatusCode.OK, (await service.Call(HookBody.From(gp.Url, "for-this-call"))).Status);
        Assert.StartsWith("patient registrations", (await service.Call(HookBody.From(gp.Url, "another"))).Missing(), StringComparison.Ordinal);
        Assert.StartsWith("patient registrations", (await service.Call(HookBody.From(gp.Url))).Missing(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Value_sets_that_the_server_knows_are_asked_and_an_empty_answer_is_not_believed()
    {
        await using var service = await gp.Service();
        var codes = service.Service<RuleBook>().Loaded!.AllCodes.Url;
        var coding = JsonNode.Parse(HookBody.Resources("Observation").First())!["code"]!["coding"]![0]!;
        await using var knowing = await SampleGpServer.StartAsync(new SampleGpSettings(SamplePractice.Folder)
        {
            ValueSets = new Dictionary<string, IReadOnlySet<string>> { [codes] = new HashSet<string> { $"{coding["system"]}|{coding["code"]}" } },
        });
        await using var asking = await gp.Service($"QofFhir:Cds:FhirServers:1={knowing.BaseUrl}");
        await CdsService.AtHand(asking, HookBody.From(knowing.BaseUrl));
        var targets = knowing.Faults.Received.Select(r => r.Target).ToList();
        Assert.Single(targets, t => t.Contains("/Observation?", StringComparison.Ordinal));
        Assert.Equal(2, targets.Count(t => t.Contains("/Procedure?", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("next elsewhere")]
    [InlineData("broken")]
    [InlineData("cut")]
    [InlineData("off")]
    [InlineData("busy")]
    public async Task A_server_that_does_not_give_all_leaves_keys_missing(string fault)
    {
        await using var service = await gp.Service();
        await using var own = await SampleGpServer.StartAsync(new SampleGpSettings(SamplePractice.Folder) { MostPerPage = 2 });
        own.Faults.Plan = fault switch
        {
            "next elsewhere" => new SampleGpFaultPlan { WrongNext = WrongNext.OtherHost },
            "broken" => new SampleGpFaultPlan { BrokenJson = 1000 },
            "cut" => new SampleGpFaultPlan { TruncatedBody = 1000 },
            "off" => new SampleGpFaultPlan { Off = true },
            _ => new SampleGpFaultPlan { TooManyRequests = 1000 },
        };
        await using var asking = await gp.Service($"QofFhir:Cds:FhirServers:1={own.BaseUrl}");
        Assert.NotEmpty((await asking.Call(HookBody.From(own.BaseUrl))).Missing());
    }

    [Fact]
    public async Task All_pages_are_fetched()
    {
        await using var paged = await SampleGpServer.StartAsync(new SampleGpSettings(SamplePractice.Folder) { MostPerPage = 2 });
        await using var service = await gp.Service($"QofFhir:Cds:FhirServers:1={paged.BaseUrl}");
        Assert.Equal(Events(await CdsService.AtHand(service, HookBody.Whole())), Events(await CdsService.AtHand(service, HookBody.From(paged.BaseUrl))));
        Assert.True(paged.Faults.Received.Count > 15);
    }

    [Fact]
    public async Task A_server_that_is_slow_is_not_waited_for()
    {
        await using var slow = await SampleGpServer.StartAsync(new SampleGpSettings(SamplePractice.Folder));
        slow.Faults.Plan = new SampleGpFaultPlan { SlowMilliseconds = 20_000 };
        await using var service = await gp.Service($"QofFhir:Cds:FhirServers:1={slow.BaseUrl}", "QofFhir:Cds:FetchSeconds=1");
        var started = TimeProvider.System.GetTimestamp();
        Assert.NotEmpty((await service.Call(HookBody.From(slow.BaseUrl))).Missing());
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(15));
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://127.0.0.1:1/fhir")]
    [InlineData("{gp}/../practices/X9/fhir")]
    [InlineData("{gp}x")]
    [InlineData("{gp}/Patient")]
    [InlineData("https://gp.example/fhir")]
    [InlineData("http://10.0.0.1/fhir")]
    [InlineData("http://[::ffff:169.254.169.254]/fhir")]
    public async Task A_server_that_is_not_listed_is_never_called(string server)
    {
        await using var service = await gp.Service();
        gp.Forget();
        var started = TimeProvider.System.GetTimestamp();
        Assert.NotEmpty((await service.Call(HookBody.From(new Uri(server.Replace("{gp}", gp.Url.ToString(), StringComparison.Ordinal)), "token"))).Missing());
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(5));
        Assert.Empty(gp.Asked());
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var target = await SampleGpServer.StartAsync(new SampleGpSettings(SamplePractice.Folder));
        await using var sending = await Redirecting.To(target.BaseUrl);
        await using var service = await gp.Service($"QofFhir:Cds:FhirServers:1={sending.Url}");
        Assert.NotEmpty((await service.Call(HookBody.From(sending.Url, "token"))).Missing());
        Assert.Empty(target.Faults.Received);
        Assert.True(sending.Asked > 0);
    }

    [Theory]
    [InlineData("http://gp.example/fhir")]
    [InlineData("ftp://gp.example/fhir")]
    [InlineData("https://u:p@gp.example/fhir")]
    [InlineData("gp.example")]
    public async Task A_listed_server_is_reached_by_https_or_on_this_machine(string server)
    {
        var fault = await Assert.ThrowsAsync<SettingsException>(() => CdsService.Start("QofFhir:Cds:FhirServers:0=" + server));
        Assert.Contains("Cds:FhirServers:0", Assert.Single(fault.Mistakes), StringComparison.Ordinal);
    }

    private static List<string> Events(PatientAtHand at) => [.. Enumerable.Range(0, at.Records.EventCount).Select(at.Records.Event).Select(e => $"{e.On} {at.Records.Concepts.Keys(e.Concept)[0]} {e.Value}").Order(StringComparer.Ordinal)];
}
