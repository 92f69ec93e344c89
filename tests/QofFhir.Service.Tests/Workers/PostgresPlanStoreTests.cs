using QofFhir.Service.Storage;
using QofFhir.Service.Tests.Improvement;

namespace QofFhir.Service.Tests.Workers;

[Collection(PostgresCollection.Name)]
public sealed class PostgresPlanStoreTests(PostgresServer server) : PlanStoreTests, IDisposable
{
    private readonly PostgresDatabase _database = server.NewStore();

    private protected override IDatabase Database => _database;

    public void Dispose() => _database.Dispose();
}
