using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using QofFhir.SampleGp.Practice;
using QofFhir.SampleGp.Server;
using QofFhir.SampleGp.Server.Faults;
using QofFhir.SampleGp.Server.Smart;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Tests;

/// <summary>How practices' systems let us in, and how they are fetched.</summary>
public sealed class AccessSettingsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("qoffhir-keys-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_setting_that_does_not_exist_is_told_and_not_passed_over()
    {
        var fault = await Assert.ThrowsAsync<SettingsException>(() => TestService.Start(null, [.. Of(0, "BaseUrl=https://gp.example/fhir", "Mod=search")]));
        Assert.Contains("'Mod'", Assert.Single(fault.Mistakes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_mistake_is_told_at_the_start()
    {
        File.WriteAllText(At("empty.pem"), "no key");
        File.WriteAllText(At("empty.pfx"), "no certificate");
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        File.WriteAllText(At("good.pem"), curve.ExportPkcs8PrivateKeyPem());
        var fault = await Assert.ThrowsAsync<SettingsException>(() => TestService.Start(null, [
            .. Of(0, "BaseUrl=http://u:p@x", "Mode=quick", "Group=a/b", "AllowedOrigins:0=https://files.example/x", "Auth:Kind=none"),
            .. Of(1, "Auth:Kind=magic"),
            .. Of(2, "Auth:Kind=bearer", "Auth:TokenVariable=NO_SUCH_VARIABLE", "Auth:ClientId=me"),
            .. Of(3, "Auth:Kind=smart", "Auth:KeyFile=" + At("empty.pem"), "Auth:TokenUrl=http://x/token"),
            .. Of(4, "Auth:Kind=smart", "Auth:ClientId=me"),
            .. Of(5, "Auth:Kind=mutual-tls", "Auth:CertificateFile=" + At("empty.pfx")),
            .. Of(6, "Auth:Kind=smart", "Auth:ClientId=me", "Auth:KeyFile=" + At("good.pem"), "Auth:KeyVariable=ALSO"),
            .. Of(7, "Mode=search", "Group=a"),
            .. Of(8, "BaseUrl=http://gp.example/fhir", "Auth:Kind=smart", "Auth:ClientId=me", "Auth:KeyFile=" + At("good.pem")),
            "QofFhir:Extractions=0", "QofFhir:Checks:ClusterFall=50", "QofFhir:Checks:LastWorkingDays=-1",
            "QofFhir:Records:FullEvery=0", "QofFhir:Records:RetainDays=0", "QofFhir:Records:KeyFile=" + At("empty.pem"),
        ]));
        Assert.Equal(
            [
                "Checks:ClusterFall", "Checks:LastWorkingDays", "Extractions",
                "Practices:0:AllowedOrigins", "Practices:0:BaseUrl", "Practices:0:Group", "Practices:0:Mode",
                "Practices:1:Auth:Kind",
                "Practices:2:Auth:ClientId", "Practices:2:Auth:TokenVariable",
                "Practices:3:Auth", "Practices:3:Auth:ClientId", "Practices:3:Auth:TokenUrl",
                "Practices:4:Auth", "Practices:5:Auth:CertificateFile", "Practices:6:Auth", "Practices:7:Mode", "Practices:8:BaseUrl",
                "Records", "Records:FullEvery", "Records:RetainDays",
            ],
            fault.Mistakes.Select(m => m["QofFhir:".Length..].Split(": ")[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task With_smart_the_public_keys_are_served_and_a_system_that_reads_them_lets_us_in()
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        File.WriteAllText(At("key.pem"), curve.ExportPkcs8PrivateKeyPem());
        await using var gp = await SampleGpServer.StartAsync(new SampleGpSettings(SamplePractice.Folder) { Client = new SampleGpClient("me", At("keys.json")) });
        await using var service = await TestService.StartAt(
            TimeProvider.System.GetUtcNow(), null, "QofFhir:Auth:Kind=smart", "QofFhir:Auth:ClientId=me", "QofFhir:Auth:KeyFile=" + At("key.pem"),
            "QofFhir:AchievementDate=2026-11-30", $"QofFhir:CodePacks:0={Path.Combine(AppContext.BaseDirectory, "samples", "valuesets")}",
            $"QofFhir:Practices:0:Ods={TestService.Ods}", $"QofFhir:Practices:0:BaseUrl={gp.BaseUrl}",
            "QofFhir:Practices:0:Group=practice", "QofFhir:Practices:0:Mode=bulk");

        using var served = await service.Get("/.well-known/jwks.json");
        var text = await served.Content.ReadAsStringAsync();
        Assert.Equal("application/json", served.Content.Headers.ContentType!.MediaType);
        Assert.Equal(TimeSpan.FromMinutes(5), served.Headers.CacheControl!.MaxAge);
        var key = Assert.Single(JsonNode.Parse(text)!["keys"]!.AsArray())!.AsObject();
        Assert.Equal(["alg", "crv", "kid", "kty", "use", "x", "y"], key.Select(m => m.Key).Order(StringComparer.Ordinal));

        File.WriteAllText(At("keys.json"), text);
        var run = await service.Run();
        Assert.Equal("succeeded", (string)run["status"]!);
        Assert.Contains(gp.Faults.Received, r => r.Target.Contains("/Group/practice/$export", StringComparison.Ordinal) && r.HasToken);
    }

    [Fact]
    public async Task Without_smart_there_is_no_key_set()
    {
        await using var service = await TestService.For(new Uri("http://127.0.0.1:9/fhir"));
        using var answer = await service.Get("/.well-known/jwks.json");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_bearer_token_from_the_environment_goes_to_the_system()
    {
        await using var gp = await TestService.SampleGp();
        gp.Faults.Plan = new SampleGpFaultPlan { BearerToken = "s3cret" };
        await using var service = await TestService.For(
            gp.BaseUrl, null, "QofFhir:Auth:Kind=bearer", "QofFhir:Auth:TokenVariable=GP_TOKEN", "GP_TOKEN=s3cret");
        Assert.Equal("succeeded", (string)(await service.Run())["status"]!);
    }

    [Fact]
    public void A_certificate_with_its_password_is_opened()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=practice", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        File.WriteAllBytes(At("own.pfx"), certificate.Export(X509ContentType.Pfx, "s3cret"));
        var settings = Microsoft.Extensions.Configuration.MemoryConfigurationBuilderExtensions.AddInMemoryCollection(
            new Microsoft.Extensions.Configuration.ConfigurationBuilder(), new Dictionary<string, string?>
            {
                ["QofFhir:Practices:0:Ods"] = "X1",
                ["QofFhir:Practices:0:BaseUrl"] = "https://gp.example/fhir",
                ["PASSWORD"] = "s3cret",
                ["QofFhir:Practices:0:Auth:Kind"] = "mutual-tls",
                ["QofFhir:Practices:0:Auth:CertificateFile"] = "own.pfx",
                ["QofFhir:Practices:0:Auth:PasswordVariable"] = "PASSWORD",
            }).Build();

        var practice = Assert.Single(SettingsCheck.Check(settings, _folder).Practices);

        var access = Assert.IsType<QofFhir.Extraction.Access.EndpointAccess.MutualTls>(practice.System.Access);
        Assert.Equal("CN=practice", access.Certificate.Subject);
        using var clients = new Runs.PracticeClients(new HttpClient());
        Assert.Same(clients.Of(practice.System), clients.Of(practice.System));
        Assert.NotSame(clients.Of(practice.System), clients.Of(new QofFhir.Extraction.FhirEndpoint(new Uri("https://gp.example/fhir"))));
    }

    private static IEnumerable<string> Of(int practice, params string[] settings) => settings
        .Prepend($"Ods=X{practice}").Prepend("BaseUrl=https://gp.example/fhir").Select(s => $"QofFhir:Practices:{practice}:{s}");

    private string At(string file) => Path.Combine(_folder, file);
}
