using System.Net;
using System.Text.Json.Nodes;
using QofFhir.Service.Cds;
using QofFhir.Service.Cds.Clients;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Tests.Cds;

/// <summary>A service that answers hooks and runs no practice, once for all tests that only ask it.</summary>
public sealed class CdsService : IAsyncLifetime
{
    internal TestService Service { get; private set; } = null!;

    public async Task InitializeAsync() => Service = await Start();

    public Task DisposeAsync() => Service.DisposeAsync().AsTask();

    internal static Task<TestService> Start(params string[] settings) => TestService.For(new Uri("http://127.0.0.1:9"), null, settings);

    /// <summary>What the service knows of the patient before a card is drawn.</summary>
    internal static async Task<PatientAtHand> AtHand(TestService service, JsonNode body, Caller? caller = null)
    {
        var rules = service.Service<RuleBook>().Loaded!;
        var keys = rules.Prefetch(byValueSet: true).Select(t => t.Key).ToArray();
        var hook = CdsServices.Find("qof-prompts")!;
        var reading = new QofFhir.Fhir.Reading.Cds.HookRequestReader(hook.Hooks, keys, 5000).Read(System.Text.Encoding.UTF8.GetBytes(body.ToJsonString()));
        var (at, _) = await service.Service<HookRecords>().Of(hook, reading.Request!, rules, caller ?? Caller.Anybody, CancellationToken.None);
        return at!;
    }
}

/// <summary>Short ways to call and to look at the answer.</summary>
internal static class HookCalls
{
    public const string Prompts = "/cds-services/qof-prompts";

    public static async Task<(HttpStatusCode Status, string Body)> Call(this TestService service, JsonNode body, string address = Prompts, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body.Json() };
        request.Headers.Authorization = token is null ? null : new("Bearer", token);
        using var answer = await service.Http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The keys that a 412 names.</summary>
    public static string Missing(this (HttpStatusCode Status, string Body) answer)
    {
        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.Status);
        var outcome = JsonNode.Parse(answer.Body)!;
        Assert.Equal("OperationOutcome", (string)outcome["resourceType"]!);
        Assert.DoesNotContain(HookBody.Patient, answer.Body, StringComparison.Ordinal);
        return string.Join(' ', outcome["issue"]!.AsArray().Select(i => ((string)i!["expression"]![0]!)["prefetch.".Length..]));
    }
}
