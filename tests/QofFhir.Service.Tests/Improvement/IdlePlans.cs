namespace QofFhir.Service.Tests.Improvement;

/// <summary>A service whose practice was never run.</summary>
public sealed class IdlePlans : IAsyncLifetime
{
    internal TestService Service { get; private set; } = null!;

    public async Task InitializeAsync() => Service = await TestService.For(new Uri("http://127.0.0.1:9/fhir"), null, PlanService.Framework);

    public Task DisposeAsync() => Service.DisposeAsync().AsTask();
}
