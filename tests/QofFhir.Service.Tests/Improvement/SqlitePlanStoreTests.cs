using QofFhir.Service.Storage;

namespace QofFhir.Service.Tests.Improvement;

public sealed class SqlitePlanStoreTests : PlanStoreTests, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("qoffhir-").FullName;

    public SqlitePlanStoreTests() => Database = SharedDatabase.InFile(_folder);

    private protected override IDatabase Database { get; }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
