using System.Text.Json.Nodes;

namespace QofFhir.Service.Tests;

/// <summary>A service that has run the sample practice, for tests that only look.</summary>
public class SampleRun : IAsyncLifetime
{
    private protected virtual string[] Settings => [];

    internal TestService Service { get; private set; } = null!;

    internal JsonNode Run { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Service = await TestService.Start(null, Settings);
        var runs = await Service.Json("/runs");
        Run = await Service.Ended((string)runs["runs"]![0]!["id"]!);
    }

    public async Task DisposeAsync() => await Service.DisposeAsync();
}
