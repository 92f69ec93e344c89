using QofFhir.Service.Storage;

namespace QofFhir.Service.Tests.Workers;

[Collection(PostgresCollection.Name)]
public sealed class PostgresStoreTests(PostgresServer server) : StoreTests, IDisposable
{
    private readonly PostgresDatabase _database = server.NewStore();

    private protected override IDatabase Database => _database;

    public void Dispose() => _database.Dispose();
}
