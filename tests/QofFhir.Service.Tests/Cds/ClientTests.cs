using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using QofFhir.SampleGp.Practice;
using QofFhir.SampleGp.Server;
using QofFhir.Service.Cds;
using QofFhir.Service.Cds.Clients;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Tests.Cds;

/// <summary>With clients configured each call needs a token that one of them signed for it.</summary>
public sealed class ClientTests(ClinicalSystem ehr) : IClassFixture<ClinicalSystem>
{
    private const string Discovery = "/cds-services";
    private const string NothingDue = "p000002";
    private const string Feedback = HookCalls.Prompts + "/feedback";

    [Fact]
    public async Task Each_call_needs_a_token_made_for_it()
    {
        Assert.Equal(HttpStatusCode.OK, await Discover(ehr.Token(ehr.Service, Discovery)));
        Assert.Equal(HttpStatusCode.OK, (await ehr.Service.Call(HookBody.Whole(), token: ehr.Token(ehr.Service, HookCalls.Prompts))).Status);
        Assert.Equal(HttpStatusCode.OK, (await ehr.Service.Call(FeedbackTests.One(), Feedback, ehr.Token(ehr.Service, Feedback))).Status);
        Assert.Equal(HttpStatusCode.OK, await Discover(ehr.Token(ehr.Service, Discovery, """aud=["https://other.example","BASE/cds-services"]""")));

        Assert.Equal(HttpStatusCode.Unauthorized, (await ehr.Service.Call(HookBody.Whole(), token: ehr.Token(ehr.Service, Discovery))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ehr.Service.Call(HookBody.Whole(), token: ehr.Token(ehr.Service, Feedback))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ehr.Service.Call(FeedbackTests.One(), Feedback)).Status);
    }

    [Theory]
    [InlineData("no token", null)]
    [InlineData("no JWT", "x.y.z")]
    [InlineData("empty", "")]
    [InlineData("another algorithm: none", "", "head.alg=\"none\"")]
    [InlineData("another algorithm: HMAC with the public key", "", "head.alg=\"HS256\"")]
    [InlineData("another kind", "", "head.typ=\"at+jwt\"")]
    [InlineData("no kind", "", "head.typ")]
    [InlineData("no key named", "", "head.kid")]
    [InlineData("an unknown key", "", "head.kid=\"k2\"")]
    [InlineData("something critical", "", "head.crit=[\"exp\"]")]
    [InlineData("an unknown issuer", "", "iss=\"https://evil.example\"")]
    [InlineData("no issuer", "", "iss")]
    [InlineData("another audience", "", "aud=\"https://evil.example/cds-services\"")]
    [InlineData("the service as a whole", "", "aud=\"BASE\"")]
    [InlineData("the address with a slash", "", "aud=\"BASE/cds-services/\"")]
    [InlineData("no audience", "", "aud")]
    [InlineData("expired", "", "iat=-600", "exp=-300")]
    [InlineData("no end", "", "exp")]
    [InlineData("issued in the future", "", "iat=+120")]
    [InlineData("issued at no time", "", "iat")]
    [InlineData("issued at a word", "", "iat=\"now\"")]
    [InlineData("not yet valid", "", "nbf=+120")]
    [InlineData("too long a life", "", "exp=+301")]
    [InlineData("without a name", "", "jti")]
    [InlineData("with an empty name", "", "jti=\"\"")]
    public async Task Any_other_token_opens_nothing_and_is_not_told_why(string what, string? token, params string[] changes)
    {
        Assert.NotEmpty(what);
        var text = token is null or { Length: > 0 } ? token : changes.Length == 0 ? "" : ehr.Token(ehr.Service, Discovery, changes);
        using var answer = await ehr.Service.Get(Discovery, text);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().ToString());
        Assert.Contains("The request is not accepted.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_serves_once_even_when_it_comes_twice_at_once()
    {
        var token = ehr.Token(ehr.Service, Discovery);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Discover(token)));
        Assert.Single(answers, a => a == HttpStatusCode.OK);
        Assert.Equal(7, answers.Count(a => a == HttpStatusCode.Unauthorized));
        Assert.Equal(HttpStatusCode.OK, await Discover(ehr.Token(ehr.Service, Discovery, "jti=\"same\"")));
        Assert.Equal(HttpStatusCode.Unauthorized, await Discover(ehr.Token(ehr.Service, Discovery, "jti=\"same\"", "exp=+200")));
    }

    [Fact]
    public async Task Keys_come_from_where_they_were_registered_whatever_a_token_says()
    {
        using var evil = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        await using var evilKeys = await Redirecting.To(new Uri("http://127.0.0.1:1"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Discover(ehr.Signed(ehr.Service, Discovery, evil)));
        Assert.Equal(HttpStatusCode.Unauthorized, await Discover(ehr.Signed(ehr.Service, Discovery, evil, $"head.jku=\"{evilKeys.Url}\"")));
        Assert.Equal(HttpStatusCode.OK, await Discover(ehr.Token(ehr.Service, Discovery, $"head.jku=\"{evilKeys.Url}\"")));
        Assert.Equal(0, evilKeys.Asked);
    }

    [Fact]
    public async Task Keys_are_fetched_from_the_registered_address()
    {
        await using var keys = await KeyServer.Start(ehr.KeySet);
        await using var service = await CdsService.Start($"QofFhir:Cds:Clients:0:Issuer={ClinicalSystem.Name}", $"QofFhir:Cds:Clients:0:JwksUrl={keys.Url}");
        using var answer = await service.Get(Discovery, ehr.Token(service, Discovery));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("\"north\"", HttpStatusCode.OK)]
    [InlineData("\"south\"", HttpStatusCode.Unauthorized)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task A_client_can_be_held_to_some_of_its_tenants(string? tenant, HttpStatusCode status)
    {
        await using var service = await ehr.Start("QofFhir:Cds:Clients:0:Tenants:0=north");
        using var answer = await service.Get(Discovery, ehr.Token(service, Discovery, tenant is null ? "tenant" : "tenant=" + tenant));
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task The_audience_is_the_public_address_where_there_is_one()
    {
        await using var service = await ehr.Start("QofFhir:Cds:PublicUrl=https://cds.example/qof/");
        using var good = await service.Get(Discovery, ehr.Token(service, Discovery, "aud=\"https://cds.example/qof/cds-services\""));
        using var bad = await service.Get(Discovery, ehr.Token(service, Discovery));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (good.StatusCode, bad.StatusCode));
    }

    [Fact]
    public async Task A_client_with_servers_of_its_own_reads_from_no_other_and_puts_nothing_off_there()
    {
        await using var one = await SampleGpServer.StartAsync(new SampleGpSettings(SamplePractice.Folder));
        await using var other = await SampleGpServer.StartAsync(new SampleGpSettings(SamplePractice.Folder));
        await using var service = await ehr.Start(
            $"QofFhir:Cds:FhirServers:0={one.BaseUrl}", $"QofFhir:Cds:FhirServers:1={other.BaseUrl}", $"QofFhir:Cds:Clients:0:FhirServers:0={one.BaseUrl}");
        Assert.Equal(HttpStatusCode.OK, (await service.Call(HookBody.From(one.BaseUrl), token: ehr.Token(service, HookCalls.Prompts))).Status);
        Assert.NotEmpty((await service.Call(HookBody.From(other.BaseUrl), token: ehr.Token(service, HookCalls.Prompts))).Missing());
        Assert.Empty(other.Faults.Received);
        foreach (var (server, status) in new[] { (one, HttpStatusCode.OK), (other, HttpStatusCode.Forbidden) })
        {
            var snooze = new JsonObject { ["fhirServer"] = server.BaseUrl.ToString(), ["patientId"] = "p1", ["days"] = 1, ["reason"] = "other" };
            Assert.Equal(status, (await service.Call(snooze, "/cds-services/snoozes", ehr.Token(service, "/cds-services/snoozes"))).Status);
        }
    }

    [Fact]
    public async Task Kept_records_are_used_for_those_who_may_see_them()
    {
        var taken = new DateTimeOffset(2026, 11, 30, 6, 0, 0, TimeSpan.Zero);
        await using var gp = await SampleGpServer.StartAsync(new SampleGpSettings(SamplePractice.Folder) { Clock = new FakeClock(taken) });
        await using var service = await TestService.For(gp.BaseUrl, null, $"QofFhir:Cds:FhirServers:0={gp.BaseUrl}");
        await service.Run();
        var elsewhere = new CdsClient(new IssuerSettings(), null, null, new HashSet<string> { "https://other.example/fhir" });
        foreach (var (caller, origin) in new (Caller, RecordsOrigin?)[]
        {
            (Caller.OfKey, RecordsOrigin.Kept),
            (Client(null), RecordsOrigin.Kept),
            (Client(TestService.Ods.ToLowerInvariant()), RecordsOrigin.Kept),
            (Client("A81002"), RecordsOrigin.Fetched),
            (new Caller("c", elsewhere, SeesKept: true), null),
            (Caller.Anybody, RecordsOrigin.Fetched),
        })
        {
            var asked = gp.Faults.Requests;
            var at = await CdsService.AtHand(service, HookBody.From(gp.BaseUrl), caller);
            Assert.Equal(origin, at?.Origin);
            Assert.Equal(origin == RecordsOrigin.Fetched, gp.Faults.Requests > asked);
            Assert.Equal(origin == RecordsOrigin.Kept ? (taken, TestService.Ods) : (at is null ? null : service.Clock.Now, null), (at?.At, at?.Practice));
        }

        static Caller Client(string? practice) => new("c", new CdsClient(new IssuerSettings(), null, practice, null), SeesKept: true);
    }

    [Fact]
    public async Task What_kept_records_do_not_hold_is_said_also_where_nothing_is_due()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(SamplePractice.Folder))
        {
            File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
        }

        var conditions = Path.Combine(folder.Path, "Condition.ndjson");
        await File.AppendAllTextAsync(
            conditions, File.ReadLines(conditions).First().Replace("-2\"", "-bad\"", StringComparison.Ordinal).Replace("\"onsetDateTime\":\"2018", "\"onsetDateTime\":\"soon", StringComparison.Ordinal) + "\n");
        await using var gp = await SampleGpServer.StartAsync(new SampleGpSettings(folder.Path) { Clock = new FakeClock(new DateTimeOffset(2026, 11, 30, 6, 0, 0, TimeSpan.Zero)) });
        await using var service = await TestService.For(gp.BaseUrl, null, $"QofFhir:Cds:FhirServers:0={gp.BaseUrl}");
        await service.Run();
        var (body, whole) = (HookBody.From(gp.BaseUrl, patient: NothingDue), HookBody.Whole(NothingDue));
        Assert.Equal("""{"cards":[]}""", (await service.Call(whole, token: service.Key)).Body);

        var card = await Card();
        Assert.Equal("info", (string)card["indicator"]!);
        Assert.Equal("No QOF prompts by the record that was stored on 30 November 2026, 06:00; part of it is not known", (string)card["summary"]!);
        Assert.Contains("1 entry of the practice's stored records could not be read, of this patient or another.", (string)card["detail"]!, StringComparison.Ordinal);
        Assert.Contains("by the stored record as of 30 November 2026, 06:00", (string)card["detail"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("The call brought", (string)card["detail"]!, StringComparison.Ordinal);

        body["prefetch"] = new JsonObject { ["patient"] = whole["prefetch"]!["patient"]!.DeepClone(), ["allergies"] = null };
        Assert.DoesNotContain("The call brought", (string)(await Card())["detail"]!, StringComparison.Ordinal);
        body["prefetch"]!["registrations"] = whole["prefetch"]!["registrations"]!.DeepClone();
        Assert.Contains("The call brought part of the record, which was not looked at", (string)(await Card())["detail"]!, StringComparison.Ordinal);

        async Task<JsonNode> Card() => Assert.Single(JsonNode.Parse((await service.Call(body, token: service.Key)).Body)!["cards"]!.AsArray())!;
    }

    [Theory]
    [InlineData("Clients:0:JwksFile=none.json", "Clients:0:Issuer", "Clients:0:JwksFile")]
    [InlineData("Clients:0:Issuer=a", "Clients:0")]
    [InlineData("Clients:0:Issuer=a Clients:0:JwksUrl=http://ehr.example/keys", "Clients:0:JwksUrl")]
    [InlineData("Clients:0:Issuer=a Clients:0:JwksUrl=https://x Clients:0:FhirServers:0=https://x", "Clients:0:FhirServers")]
    [InlineData("Clients:0:Issuer=a Clients:0:JwksUrl=https://x Clients:1:Issuer=a Clients:1:JwksUrl=https://x", "Clients:1")]
    [InlineData("PublicUrl=cds.example", "PublicUrl")]
    [InlineData("Origins:0=* Origins:1=https://ehr.example/", "Origins", "Origins")]
    [InlineData("UserRoles:0:Code=x UserRoles:0:Role=boss", "UserRoles:0")]
    [InlineData("Prefetch=some BodyMegabytes=0 Resources=1 FetchSeconds=0 FetchMegabytes=0 TokenMinutes=0", "BodyMegabytes", "FetchMegabytes", "FetchSeconds", "Prefetch", "Resources", "TokenMinutes")]
    public async Task Mistakes_of_the_settings_are_told_at_the_start(string settings, params string[] places)
    {
        var fault = await Assert.ThrowsAsync<SettingsException>(() => CdsService.Start([.. settings.Split(' ').Select(s => "QofFhir:Cds:" + s)]));
        Assert.Equal(places, fault.Mistakes.Select(m => m["QofFhir:Cds:".Length..].Split(": ")[0]).Order(StringComparer.Ordinal));
    }

    private async Task<HttpStatusCode> Discover(string token)
    {
        using var answer = await ehr.Service.Get(Discovery, token);
        return answer.StatusCode;
    }
}
