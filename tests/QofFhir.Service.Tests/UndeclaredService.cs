namespace QofFhir.Service.Tests;

/// <summary>A service to which nobody declares anything, for tests that are refused.</summary>
public sealed class UndeclaredService : IAsyncLifetime
{
    internal const string Framework = "QofFhir:Framework=qof-england-2019-20";

    internal TestService Service { get; private set; } = null!;

    public async Task InitializeAsync() => Service = await TestService.For(new Uri("http://127.0.0.1:9/fhir"), null, Framework);

    public async Task DisposeAsync() => await Service.DisposeAsync();
}
