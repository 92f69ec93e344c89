namespace QofFhir.Service.Tests;

public sealed class SqliteReleaseTests : ReleaseTests
{
    private protected override Task<TestService> Aggregator() => TestService.Start(null, "QofFhir:Roles:0=aggregator", "QofFhir:WithholdOneIn=0");
}
