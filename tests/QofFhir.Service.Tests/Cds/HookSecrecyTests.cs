using System.Text.Json.Nodes;
using QofFhir.SampleGp.Practice;
using QofFhir.SampleGp.Server;
using QofFhir.SampleGp.Server.Faults;

namespace QofFhir.Service.Tests.Cds;

/// <summary>However much is logged, no hook leaves a patient or a token behind.</summary>
public sealed class HookSecrecyTests
{
    private const string Token = "of-this-call-0nly";
    private const string Name = "Quillfeather";

    [Fact]
    public async Task No_log_or_answer_holds_a_token_or_a_patient()
    {
        await using var gp = await SampleGpServer.StartAsync(new SampleGpSettings(SamplePractice.Folder));
        gp.Faults.Plan = new SampleGpFaultPlan { BearerToken = Token };
        await using var redirecting = await Redirecting.To(gp.BaseUrl);
        var folder = Directory.CreateTempSubdirectory("qoffhir-hooks-").FullName;
        using var service = await ServiceProcess.Start([
            $"QofFhir:DataFolder={folder}", "QofFhir:Practices:0:Ods=X1", "QofFhir:Practices:0:BaseUrl=http://127.0.0.1:9",
            $"QofFhir:CodePacks:0={Path.Combine(AppContext.BaseDirectory, "samples", "valuesets")}",
            $"QofFhir:Cds:FhirServers:0={gp.BaseUrl}", $"QofFhir:Cds:FhirServers:1={redirecting.Url}",
            "Logging:LogLevel:Default=Trace", "Logging:LogLevel:Microsoft.AspNetCore=Trace", "Logging:LogLevel:System.Net.Http.HttpClient=Trace",
        ]);
        var said = new List<string>();
        var bodies = new[]
        {
            HookBody.From(gp.BaseUrl, Token), HookBody.From(gp.BaseUrl, Token + "-not"), HookBody.From(redirecting.Url, Token), HookBody.From(new Uri("https://unlisted.example/fhir"), Token),
            HookBody.Whole(), Broken(b => b["prefetch"]!["patient"]!["birthDate"] = Name), Broken(b => b["context"]!["patientId"] = Name + "!"),
        };
        var statuses = new List<int>();
        foreach (var body in bodies)
        {
            using var answer = await service.Http.PostAsync(HookCalls.Prompts, body.Json());
            statuses.Add((int)answer.StatusCode);
            said.Add(await answer.Content.ReadAsStringAsync());
        }

        Assert.Equal([200, 412, 412, 412, 200, 200, 400], statuses);
        service.Kill();
        said.Add(service.Said);
        Assert.Contains("could not be fetched for a hook", said[^1], StringComparison.Ordinal);
        foreach (var text in said.Skip(1).Take(3).Append(said[^2]).Append(said[^1]))
        {
            Assert.DoesNotContain(HookBody.Patient, text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(said, t => t.Contains(Token, StringComparison.Ordinal) || t.Contains(Name, StringComparison.Ordinal));
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain(Token, await File.ReadAllTextAsync(file, System.Text.Encoding.Latin1), StringComparison.Ordinal);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static JsonObject Broken(Action<JsonObject> change)
    {
        var body = HookBody.Whole();
        change(body);
        return body;
    }
}
