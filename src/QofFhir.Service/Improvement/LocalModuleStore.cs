using Dapper;
using QofFhir.Service.Reports;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Improvement;

/// <summary>Modules that networks wrote themselves, as they were sent. Nothing is overwritten: the latest version counts.</summary>
internal sealed class LocalModuleStore(IDatabase database, TimeProvider clock)
{
    public const string Schema = $"""
        CREATE TABLE qi_module (id {Migrations.Counter}, module TEXT NOT NULL, yaml TEXT NOT NULL, said_by TEXT NOT NULL, at TEXT NOT NULL);
        CREATE INDEX qi_module_of ON qi_module (module);

        """;

    private const string Columns = "id AS Id, module AS Module, yaml AS Yaml, said_by AS SaidBy, at AS At";

    /// <summary>The latest version of each.</summary>
    public IReadOnlyList<LocalModuleText> Latest() => database.Read(connection => connection.Query<LocalModuleText>(
        $"SELECT {Columns} FROM qi_module WHERE id IN (SELECT MAX(id) FROM qi_module GROUP BY module) ORDER BY module").ToList());

    /// <summary>Sent again as it is, it changes nothing.</summary>
    public void Put(string module, string yaml, string by) => database.Write((connection, transaction) =>
    {
        var last = connection.QueryFirstOrDefault<string>("SELECT yaml FROM qi_module WHERE module = @module ORDER BY id DESC", new { module }, transaction);
        if (last != yaml)
        {
            connection.Execute(
                "INSERT INTO qi_module (module, yaml, said_by, at) VALUES (@module, @yaml, @by, @at)",
                new { module, yaml, by, at = StoredReport.Moment(clock.GetUtcNow()) }, transaction);
        }
    });
}

/// <param name="Id">Counts up with every version of any module.</param>
internal sealed record LocalModuleText
{
    public long Id { get; init; }

    public string Module { get; init; } = "";

    public string Yaml { get; init; } = "";

    public string SaidBy { get; init; } = "";

    public string At { get; init; } = "";
}
