using QofFhir.SampleGp.Practice;
using QofFhir.SampleGp.Server;
using QofFhir.SampleGp.Server.Faults;

namespace QofFhir.Service.Tests.Cds;

/// <summary>A GP system whose address the service may fetch from.</summary>
public sealed class SampleSystem : IAsyncLifetime
{
    private SampleGpServer _gp = null!;
    private int _seen;

    public Uri Url => _gp.BaseUrl;

    public async Task InitializeAsync() => _gp = await SampleGpServer.StartAsync(new SampleGpSettings(SamplePractice.Folder) { RequestsKept = 10_000 });

    public Task DisposeAsync() => _gp.DisposeAsync().AsTask();

    internal Task<TestService> Service(params string[] settings)
    {
        Plan(new SampleGpFaultPlan());
        return CdsService.Start([$"QofFhir:Cds:FhirServers:0={Url}/", .. settings]);
    }

    public void Plan(SampleGpFaultPlan plan) => _gp.Faults.Plan = plan;

    public void Forget() => _seen = _gp.Faults.Received.Count;

    /// <summary>Types that were asked since, each once.</summary>
    public IEnumerable<string> Asked() =>
        _gp.Faults.Received.Skip(_seen).Select(r => r.Target["/fhir/".Length..].Split('?', '/')[0]).Distinct().Order(StringComparer.Ordinal);
}
