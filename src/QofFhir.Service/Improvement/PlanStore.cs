using System.Data.Common;
using Dapper;
using QofFhir.Service.Reports;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Improvement;

/// <summary>Plans in the shared database, entry by entry. Nothing is overwritten: of each entry the latest version counts, the earlier ones are its history.</summary>
internal sealed class PlanStore(IDatabase database, TimeProvider clock)
{
    public const string Schema = $"""
        CREATE TABLE qi_plan (practice TEXT NOT NULL, module TEXT NOT NULL, year BIGINT NOT NULL, changes BIGINT NOT NULL, PRIMARY KEY (practice, module, year));
        CREATE TABLE qi_entry (
            id {Migrations.Counter}, practice TEXT NOT NULL, module TEXT NOT NULL, year BIGINT NOT NULL, kind TEXT NOT NULL, entry TEXT NOT NULL,
            version BIGINT NOT NULL, removed BIGINT NOT NULL, body TEXT NOT NULL, said_by TEXT NOT NULL, at TEXT NOT NULL);
        CREATE UNIQUE INDEX qi_entry_version ON qi_entry (practice, module, year, entry, version);

        """;

    private const string Of = "practice = @Practice AND module = @Module AND year = @Year";

    private const string Columns = "kind AS Kind, entry AS Id, version AS Version, removed AS Removed, body AS Body, said_by AS SaidBy, at AS At";

    /// <summary>The plan as it stands; empty where nobody has begun one.</summary>
    public StoredPlan Read(PlanKey key) => database.Read(connection => Read(key, connection, null));

    /// <summary>Those of a practice that somebody has begun, the latest year first.</summary>
    public IReadOnlyList<PlanKey> OfPractice(string practice) => database.Read(connection =>
        connection.Query<(string Module, long Year)>("SELECT module, year FROM qi_plan WHERE practice = @practice ORDER BY year DESC, module", new { practice })
            .Select(p => new PlanKey(practice, p.Module, (int)p.Year)).ToList());

    /// <summary>Every version of every entry, the latest first.</summary>
    public IReadOnlyList<EntryVersion> History(PlanKey key) => database.Read(connection =>
        connection.Query<EntryVersion>($"SELECT {Columns} FROM qi_entry WHERE {Of} ORDER BY id DESC", key).ToList());

    /// <summary>Begins a plan that says nothing yet: from now on runs fetch what its module asks.</summary>
    public void Begin(PlanKey key) => database.Write((connection, transaction) =>
        connection.Execute("INSERT INTO qi_plan VALUES (@Practice, @Module, @Year, 0) ON CONFLICT DO NOTHING", key, transaction));

    /// <summary>Changes a plan. Whoever changes the same plan waits: what is judged is what is written.</summary>
    /// <param name="change">Given the plan as it stands, gives the versions to add; none where it is refused.</param>
    /// <param name="by">Who does it.</param>
    public void Change(PlanKey key, string by, Func<StoredPlan, IReadOnlyList<EntryVersion>> change)
    {
        var at = StoredReport.Moment(clock.GetUtcNow());
        database.Transact((connection, transaction) =>
        {
            connection.Execute("INSERT INTO qi_plan VALUES (@Practice, @Module, @Year, 0) ON CONFLICT DO NOTHING", key, transaction);
            connection.Execute($"UPDATE qi_plan SET changes = changes + 1 WHERE {Of}", key, transaction);
            var versions = change(Read(key, connection, transaction));
            connection.Execute(
                "INSERT INTO qi_entry (practice, module, year, kind, entry, version, removed, body, said_by, at) VALUES (@Practice, @Module, @Year, @Kind, @Id, @Version, @Removed, @Body, @by, @at)",
                versions.Select(v => new { key.Practice, key.Module, key.Year, v.Kind, v.Id, v.Version, v.Removed, v.Body, by, at }), transaction);
            return versions.Count > 0;
        });
    }

    private static StoredPlan Read(PlanKey key, DbConnection connection, DbTransaction? transaction)
    {
        var changes = connection.ExecuteScalar<long?>($"SELECT changes FROM qi_plan WHERE {Of}", key, transaction) ?? 0;
        var rows = connection.Query<EntryVersion>(
            $"SELECT {Columns} FROM qi_entry AS e WHERE {Of} AND version = (SELECT MAX(version) FROM qi_entry AS o WHERE o.practice = e.practice AND o.module = e.module AND o.year = e.year AND o.entry = e.entry) ORDER BY id",
            key, transaction).ToList();
        return StoredPlan.Of(key, transaction is null ? changes : changes - 1, rows);
    }
}
