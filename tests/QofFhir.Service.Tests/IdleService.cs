namespace QofFhir.Service.Tests;

/// <summary>A service with one practice that was never asked, for tests that change nothing.</summary>
public sealed class IdleService : IAsyncLifetime
{
    internal TestService Service { get; private set; } = null!;

    public async Task InitializeAsync() => Service = await TestService.For(new Uri("http://127.0.0.1:9/fhir"));

    public async Task DisposeAsync() => await Service.DisposeAsync();
}
