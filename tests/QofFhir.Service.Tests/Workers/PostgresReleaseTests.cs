namespace QofFhir.Service.Tests.Workers;

[Collection(PostgresCollection.Name)]
public sealed class PostgresReleaseTests(PostgresServer server) : ReleaseTests
{
    private protected override Task<TestService> Aggregator() =>
        TestService.Start(null, "QofFhir:Roles:0=aggregator", "QofFhir:WithholdOneIn=0", "QofFhir:PostgresVariable=STORE", $"STORE={server.NewDatabase()}");
}
