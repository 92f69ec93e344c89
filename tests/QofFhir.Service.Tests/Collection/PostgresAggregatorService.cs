using QofFhir.Service.Tests.Workers;

namespace QofFhir.Service.Tests.Collection;

public sealed class PostgresAggregatorService(PostgresServer server) : AggregatorService
{
    private protected override string[] Store => ["QofFhir:PostgresVariable=STORE", $"STORE={server.NewDatabase()}"];
}
