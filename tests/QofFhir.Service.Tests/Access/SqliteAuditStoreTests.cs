using QofFhir.Service.Storage;

namespace QofFhir.Service.Tests.Access;

public sealed class SqliteAuditStoreTests : AuditStoreTests, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("qoffhir-").FullName;

    public SqliteAuditStoreTests() => Database = SharedDatabase.InFile(_folder);

    private protected override IDatabase Database { get; }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
