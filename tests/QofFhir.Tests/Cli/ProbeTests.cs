using System.Text.Json;
using QofFhir.Extraction;
using QofFhir.Extraction.Probing;
using QofFhir.SampleGp.Practice;
using QofFhir.SampleGp.Server;
using QofFhir.SampleGp.Server.Faults;
using QofFhir.Tests.Extraction;
using QofFhir.Tests.Fhir.Writing;
using QofFhir.Tests.House;

namespace QofFhir.Tests.Cli;

/// <summary><c>qof probe</c> against servers that have, lack and lie.</summary>
public sealed class ProbeTests
{
    [Fact]
    public async Task A_server_with_all_that_is_needed_is_0()
    {
        await using var gp = await SampleGpServer.StartAsync(new SampleGpSettings(SamplePractice.Folder));

        var ran = Ran.Qof(
            "probe", gp.BaseUrl.ToString(), "--definitions", Repository.Root, "--code-pack", Path.Combine(Repository.Root, "samples", "valuesets"));

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Contains("All that is needed is there.", ran.Lines);
        Assert.All(ran.Lines, l => Assert.True(l.Length <= 80, l));
        Assert.Contains(ran.Lines, l => Words(l) == "needed has Patient: birthDate 50 of 50");
        Assert.Contains(ran.Lines, l => Words(l) == "useful has Bulk Data export of a Group version 3.0.0");
        Assert.Contains(ran.Lines, l => Words(l) == "needed has MedicationRequest: intent 50 of 50");
        Assert.DoesNotContain("case-", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_needed_and_lacking_is_6_with_what_it_costs()
    {
        await using var gp = await TestGp.Start();
        gp.With("Patient", "a").With("Condition", "c", "SICK-1", "https://example.org/tiny");
        gp.IgnoredParameters.Add("code");
        using var practice = new TinyPractice();

        var ran = Ran.Qof("probe", gp.Address.ToString(), "--definitions", practice.Definitions);

        Assert.Equal(6, ran.Code);
        Assert.Contains(ran.Lines, l => Words(l) == "needed lacks Patient: birthDate 0 of 1");
        Assert.Contains("  so the patient is rejected", ran.Lines);
        Assert.Contains(ran.Lines, l => Words(l) == "useful lacks Condition?code left out of the self link");
        Assert.Contains(ran.Lines, l => Words(l) == "needed lacks Condition: onset or recordedDate 0 of 1");
        Assert.Contains(ran.Lines, l => Words(l) == "needed lacks Condition: code in SNOMED CT 0 of 1");
        Assert.Contains(ran.Lines, l => l.StartsWith("Needed and not there, or not known: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_of_another_FHIR_is_asked_nothing_more()
    {
        await using var gp = await TestGp.Start();
        gp.StepIn = async context =>
        {
            await gp.Send(context, new() { ["resourceType"] = "CapabilityStatement", ["fhirVersion"] = "5.0.0" });
            return true;
        };
        using var practice = new TinyPractice();

        var ran = Ran.Qof("probe", gp.Address.ToString(), "--definitions", practice.Definitions, "--format", "json");

        Assert.Equal(6, ran.Code);
        var row = Assert.Single(Rows(ran));
        Assert.Equal(("FHIR R4", "needed", "lacks", "speaks 5.0.0"), (row("what"), row("need"), row("found"), row("detail")));
        Assert.Single(gp.Requests);
    }

    [Fact]
    public async Task Our_token_is_tried_and_what_the_server_says_of_tokens_is_told()
    {
        await using var gp = await ServedPractice.Start(smart: true);

        Func<string, string> stranger = Row(gp.Probe("--format", "json"), "lets us in");
        Assert.Equal("lacks", stranger("found"));
        Assert.Contains("HTTP 401", stranger("detail"), StringComparison.Ordinal);

        gp.Server.Faults.Plan = new SampleGpFaultPlan { GrantedScopes = "system/Patient.rs" };
        var ran = gp.Probe("--format", "json", "--auth", "smart", "--client-id", "qof", "--key", gp.KeyFile);
        Assert.Equal(("has", "with a signed assertion"), (Row(ran, "lets us in")("found"), Row(ran, "lets us in")("detail")));
        Assert.Equal("has", Row(ran, "algorithm ES384 or RS384")("found"));
        Assert.Equal("has", Row(ran, "scopes for the types needed")("found"));
        Assert.Equal("lacks", Row(ran, "scopes granted")("found"));
        Assert.Contains("scopes asked for and not granted: system/*.rs", Row(ran, "scopes granted")("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_the_server_treats_what_it_does_not_know_is_found_out()
    {
        await using var strict = await ServedPractice.Start();
        Assert.Equal("has", Row(strict.Probe("--format", "json"), "unknown parameters are refused, or told by the self link")("found"));
        Assert.Equal("has", Row(strict.Probe("--format", "json"), "POST _search")("found"));

        await using var careless = await TestGp.Start();
        careless.With("Patient", "a").Change = (_, bundle) => bundle.Remove("link");
        using var practice = new TinyPractice();
        var ran = Ran.Qof("probe", careless.Address.ToString(), "--definitions", practice.Definitions, "--format", "json");
        Assert.Equal("lacks", Row(ran, "unknown parameters are refused, or told by the self link")("found"));
        Assert.Equal("unknown", Row(ran, "Condition?code")("found"));
    }

    [Fact]
    public async Task Without_patients_nothing_about_them_is_asked_for()
    {
        await using var gp = await ServedPractice.Start();

        var ran = gp.Probe("--patient-free");

        Assert.Equal(0, ran.Code);
        Assert.Equal(
            ["/fhir/.well-known/smart-configuration", "/fhir/Organization?_count=1", "/fhir/metadata"],
            gp.Server.Faults.Received.Select(r => r.Target).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("Elements", ran.Lines);
    }

    [Fact]
    public async Task As_FHIR_it_is_an_outcome_that_validators_accept()
    {
        await using var gp = await ServedPractice.Start();

        var ran = gp.Probe("--format", "fhir");

        var issues = JsonDocument.Parse(ran.Output).RootElement.GetProperty("issue").EnumerateArray().ToList();
        Assert.Contains(issues, i => i.GetProperty("severity").GetString() == "error" && i.GetProperty("details").ToString().Contains("Observation: none to look at", StringComparison.Ordinal));
        var (exit, output) = Validators.Validate([ran.Output.Trim()]);
        Assert.True(exit == 0, output);
    }

    [Fact]
    public async Task How_fast_records_come_is_measured()
    {
        await using var gp = await ServedPractice.Start();
        using var http = SearchExtraction.NewClient();

        var report = await new EndpointProbe(http, new FhirEndpoint(gp.Server.BaseUrl), new ExtractionSettings(), TimeProvider.System, new Random(1))
            .Run([new TypeQuery("Patient")], patientFree: false, default);

        var speed = report.Rows.Single(r => r.Area == "speed");
        Assert.Equal(ProbeFinding.Has, speed.Found);
        Assert.Contains("(10 in ", speed.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_behind_mutual_TLS_opens_to_our_certificate_alone()
    {
        await using var gp = await TlsGp.Start();
        using var practice = new TinyPractice();
        practice.Write("ours.pem", gp.ClientPem);
        var trust = new Dictionary<string, string> { ["SSL_CERT_FILE"] = practice.Write("server.pem", gp.ServerPem) };
        string[] probe = ["probe", gp.Address, "--definitions", practice.Definitions, "--patient-free", "--format", "json"];

        using var ours = QofProcess.Start(trust, [.. probe, "--auth", "mtls", "--certificate", practice.At("ours.pem")]);
        var let = await ours.Ended();
        Assert.Equal(("has", "with our certificate"), (Row(let, "lets us in")("found"), Row(let, "lets us in")("detail")));

        using var stranger = QofProcess.Start(trust, probe);
        Assert.Equal("lacks", Row(await stranger.Ended(), "FHIR R4")("found"));
    }

    private static Func<string, string> Row(Ran ran, string what) => Rows(ran).Single(r => r("what") == what);

    private static IEnumerable<Func<string, string>> Rows(Ran ran)
    {
        Assert.True(ran.Output.StartsWith('{'), ran.Error);
        return JsonDocument.Parse(ran.Output).RootElement.GetProperty("rows").EnumerateArray().Select(r => (Func<string, string>)(n => r.GetProperty(n).GetString()!));
    }

    private static string Words(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
