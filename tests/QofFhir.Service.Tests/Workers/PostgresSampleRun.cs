namespace QofFhir.Service.Tests.Workers;

/// <summary>The sample practice run by a service whose shared store is PostgreSQL.</summary>
public sealed class PostgresSampleRun(PostgresServer server) : SampleRun
{
    private protected override string[] Settings => ["QofFhir:PostgresVariable=STORE", $"STORE={server.NewDatabase()}"];
}
