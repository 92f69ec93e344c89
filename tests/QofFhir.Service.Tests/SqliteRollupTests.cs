namespace QofFhir.Service.Tests;

public sealed class SqliteRollupTests : RollupTests
{
    private protected override Task<TestService> Aggregator() => TestService.Start(null, "QofFhir:Roles:0=aggregator");
}
