using QofFhir.SampleGp.Practice;
using QofFhir.SampleGp.Server;

namespace QofFhir.Tests.SampleGp;

/// <summary>A sample GP system over the committed practice, shared by the tests of a class that set no faults.</summary>
public sealed class RunningGp : IAsyncLifetime
{
    public const string KnownValueSet = "https://example.org/ValueSet/diabetes";

    public SampleGpServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await SampleGpServer.StartAsync(new SampleGpSettings(SamplePractice.Folder)
    {
        ValueSets = new Dictionary<string, IReadOnlySet<string>>
        {
            [KnownValueSet] = new HashSet<string> { "http://snomed.info/sct|44054006", "http://snomed.info/sct|46635009" },
        },
    });

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
