namespace QofFhir.Service.Tests.Access;

/// <summary>An aggregator that trusts two issuers, once for all tests that only ask it.</summary>
public sealed class AggregatorService : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("qoffhir-").FullName;

    internal Issuer First { get; } = new("https://issuer.example");

    internal Issuer Second { get; } = new("https://second.example", "other-name");

    internal TestService Service { get; private set; } = null!;

    public async Task InitializeAsync() => Service = await Start();

    public async Task DisposeAsync()
    {
        await Service.DisposeAsync();
        First.Dispose();
        Second.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>An aggregator of one test.</summary>
    internal Task<TestService> Start(params string[] settings) => TestService.Start(
        null,
        [
            "QofFhir:Roles:0=aggregator",
            $"QofFhir:Jwt:Issuers:0:Issuer={First.Name}", "QofFhir:Jwt:Issuers:0:Audiences:0=qoffhir", $"QofFhir:Jwt:Issuers:0:JwksFile={KeySet(First, "first")}",
            $"QofFhir:Jwt:Issuers:1:Issuer={Second.Name}", "QofFhir:Jwt:Issuers:1:Audiences:0=third", "QofFhir:Jwt:Issuers:1:Audiences:1=other-name",
            $"QofFhir:Jwt:Issuers:1:JwksFile={KeySet(Second, "second")}", .. settings,
        ]);

    internal string Token(string? role, string? organisation = null, string client = "client-1") => First.Token(Service.Clock.Now, role, organisation, client);

    private string KeySet(Issuer issuer, string name)
    {
        var file = Path.Combine(_folder, name + ".json");
        File.WriteAllText(file, issuer.KeySet());
        return file;
    }
}
