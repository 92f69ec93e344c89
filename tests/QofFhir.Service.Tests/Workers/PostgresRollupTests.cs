namespace QofFhir.Service.Tests.Workers;

[Collection(PostgresCollection.Name)]
public sealed class PostgresRollupTests(PostgresServer server) : RollupTests
{
    private protected override Task<TestService> Aggregator() =>
        TestService.Start(null, "QofFhir:Roles:0=aggregator", "QofFhir:PostgresVariable=STORE", $"STORE={server.NewDatabase()}");
}
