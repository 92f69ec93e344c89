using System.Security.Cryptography;
using System.Text.Json.Nodes;
using QofFhir.SampleGp.Practice;
using QofFhir.SampleGp.Server;
using QofFhir.SampleGp.Server.Faults;
using QofFhir.SampleGp.Server.Smart;

namespace QofFhir.Service.Tests;

/// <summary>What is written about runs holds no secret and no patient, whatever the systems do and however much is logged.</summary>
public sealed class SecrecyTests : IDisposable
{
    private const string Token = "b3arer-s3cret";
    private const string Name = "Quillfeather";
    private const string NhsNumber = "9990009998";
    private readonly string _folder = Directory.CreateTempSubdirectory("qoffhir-secret-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task No_log_run_problem_or_address_holds_a_secret_or_a_patient()
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var keys = Path.Combine(_folder, "keys.json");
        var secret = curve.ExportParameters(includePrivateParameters: true).D!;
        File.WriteAllText(Path.Combine(_folder, "key.pem"), curve.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(keys, new QofFhir.Extraction.Access.SigningKeys(new QofFhir.Extraction.Access.KeySource.File(Path.Combine(_folder, "key.pem"))).PublicKeySet());
        await using var gp = await SampleGpServer.StartAsync(new SampleGpSettings(SamplePractice.Folder) { Client = new SampleGpClient("me", keys), RequestsKept = 10_000 });
        await using var open = await TestService.SampleGp();
        foreach (var server in new[] { gp, open })
        {
            server.Records.Put($$$"""
                {"resourceType":"Patient","id":"{{{NhsNumber}}}","identifier":[{"system":"https://fhir.nhs.uk/Id/nhs-number","value":"{{{NhsNumber}}}"}],"name":[{"family":"{{{Name}}}"}],"birthDate":"{{{Name}}}"}
                """);
            server.Records.Put($$$"""
                {"resourceType":"Observation","id":"o-{{{NhsNumber}}}","status":"final","subject":{"reference":"Patient/{{{NhsNumber}}}","display":"{{{Name}}}"},"code":{"text":"{{{Name}}}"},"effectiveDateTime":"{{{Name}}}"}
                """);
        }

        gp.FaultsOf("X4").Plan = new SampleGpFaultPlan { InvalidClient = true };
        open.FaultsOf("X2").Plan = new SampleGpFaultPlan { BearerToken = Token };
        open.FaultsOf("X3").Plan = new SampleGpFaultPlan { BearerToken = "another" };
        open.FaultsOf("X5").Plan = new SampleGpFaultPlan { BearerToken = Token, FilesElsewhere = true };
        open.FaultsOf("X6").Plan = new SampleGpFaultPlan { BearerToken = Token, BrokenJson = 1, OutcomeWarning = true, RefuseIn = true };
        open.FaultsOf("X7").Plan = new SampleGpFaultPlan { BearerToken = Token, ErrorsFor = ["Observation"] };
        string[] smart = ["Auth:Kind=smart", "Auth:ClientId=me", $"Auth:KeyFile={Path.Combine(_folder, "key.pem")}"];
        string[] bearer = ["Auth:Kind=bearer", "Auth:TokenVariable=GP_TOKEN"];
        string[] names = ["X1", "X2", "X3", "X4", "X5", "X6", "X7"];
        using var service = await ServiceProcess.Start([
            $"QofFhir:DataFolder={Path.Combine(_folder, "data")}", $"GP_TOKEN={Token}", "QofFhir:AchievementDate=2026-11-30",
            "Logging:LogLevel:Default=Trace", "Logging:LogLevel:Microsoft.AspNetCore=Trace", "Logging:LogLevel:Quartz=Trace", "Logging:LogLevel:System.Net.Http.HttpClient=Trace",
            .. names.SelectMany((n, i) => (n is "X1" or "X4" ? smart : bearer).AsEnumerable()
                .Append($"Ods={n}").Append($"BaseUrl={(n is "X1" or "X4" ? gp : open).PracticeUrl(n)}").Append(n == "X6" ? "Mode=search" : "Mode=auto")
                .Select(s => $"QofFhir:Practices:{i}:{s}")),
        ]);
        var key = await service.FirstKey();
        service.Authorise(key);
        var texts = new Dictionary<string, string>();
        foreach (var name in names)
        {
            var id = await service.Run(name);
            var run = await service.Ended(id);
            texts["run " + name] = run.ToJsonString();
            texts["problems " + name] = await service.Http.GetStringAsync($"/runs/{id}/problems");
            Assert.Equal(name is "X1" or "X2" or "X6" or "X7" ? "succeeded" : "failed", (string)run["status"]!);
        }

        texts["runs"] = await service.Http.GetStringAsync("/runs");
        texts["front page"] = await service.Http.GetStringAsync("/");
        texts["error"] = await (await service.Http.GetAsync($"/fhir/MeasureReport/{NhsNumber}")).Content.ReadAsStringAsync();
        texts["addresses"] = string.Join('\n', names.SelectMany(n => gp.FaultsOf(n).Received.Concat(open.FaultsOf(n).Received)).Select(r => r.Target));
        service.Kill();
        texts["log"] = service.Said.Replace(key, "", StringComparison.Ordinal);
        Assert.Contains("Run X1.", texts["log"], StringComparison.Ordinal);

        string[] secrets =
        [
            Token, key, Name, NhsNumber, "PRIVATE KEY", "Bearer ey", "client_assertion=", "eyJ", "\"access_token\"",
            Convert.ToBase64String(secret).TrimEnd('='), Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode(secret),
            .. File.ReadLines(Path.Combine(SamplePractice.Folder, "Patient.ndjson")).Select(l => (string)JsonNode.Parse(l)!["identifier"]![0]!["value"]!),
        ];
        var found = from text in texts
                    from hidden in secrets
                    where text.Value.Contains(hidden, StringComparison.Ordinal)
                    select $"{text.Key}: {hidden[..Math.Min(hidden.Length, 12)]}";
        Assert.Empty(found);
    }
}
