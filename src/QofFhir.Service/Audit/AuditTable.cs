using System.Data.Common;
using Dapper;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Audit;

/// <summary>The table of accesses. Rows are added and read, nothing else; the database itself refuses the rest.</summary>
internal static class AuditTable
{
    /// <summary><c>audit_head</c> says where the chain ends: whoever adds to it holds its row, so that it has one end, and rows lost from its end show.</summary>
    public const string Schema = $"""
        CREATE TABLE audit_event (
            number BIGINT PRIMARY KEY, recorded TEXT NOT NULL, method TEXT NOT NULL, route TEXT NOT NULL, path TEXT NOT NULL, query TEXT, status BIGINT NOT NULL,
            purpose TEXT NOT NULL, client TEXT, issuer TEXT, role TEXT, organisation TEXT, address TEXT, digest TEXT NOT NULL);
        CREATE INDEX audit_recorded ON audit_event (recorded);
        CREATE INDEX audit_client ON audit_event (client, number);
        CREATE INDEX audit_organisation ON audit_event (organisation, number);
        CREATE TABLE audit_head (one BIGINT PRIMARY KEY, number BIGINT NOT NULL, digest TEXT NOT NULL);
        INSERT INTO audit_head VALUES (1, 0, '');
        {Migrations.AppendOnlyStart}audit_event{Migrations.AppendOnlyEnd}

        """;

    private static readonly string[] Columns =
        ["number", "recorded", "method", "route", "path", "query", "status", "purpose", "client", "issuer", "role", "organisation", "address", "digest"];

    private const string Where = "SELECT number, recorded, method, route, path, query, status, purpose, client, issuer, role, organisation, address, digest FROM audit_event";

    /// <summary>Adds the rows to the end of the chain.</summary>
    public static void Append(IReadOnlyList<AuditRow> rows, IDatabase database, DbConnection connection, DbTransaction transaction)
    {
        connection.Execute("UPDATE audit_head SET one = 1", null, transaction);
        var end = Head(connection, transaction);
        var linked = new List<AuditRow>(rows.Count);
        foreach (var row in rows)
        {
            var next = row with { Number = end.Number + 1 };
            next = next with { Digest = next.Linked(end.Digest) };
            linked.Add(next);
            end = new AuditHead(next.Number, next.Digest);
        }

        database.Append("audit_event", Columns, linked.Select(r => r.Values()), connection, transaction);
        connection.Execute("UPDATE audit_head SET number = @Number, digest = @Digest", end, transaction);
    }

    public static AuditHead Head(DbConnection connection, DbTransaction? transaction = null) =>
        connection.QuerySingle<AuditHead>("SELECT number, digest FROM audit_head", null, transaction);

    public static AuditRow? Find(long number, DbConnection connection) =>
        connection.QuerySingleOrDefault<AuditRow>(Where + " WHERE number = @number", new { number });

    /// <summary>All from the first, one by one.</summary>
    public static IEnumerable<AuditRow> Chain(DbConnection connection) => connection.Query<AuditRow>(Where + " ORDER BY number", buffered: false);

    /// <summary>The latest first.</summary>
    public static (int Total, IReadOnlyList<AuditRow> Rows) Search(AuditQuery query, DbConnection connection)
    {
        var condition = query.Conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", query.Conditions.Select(c => $"({c})"));
        var total = connection.ExecuteScalar<int>("SELECT COUNT(*) FROM audit_event" + condition, query.Values);
        query.Values.Add("count", query.Count);
        query.Values.Add("offset", query.Offset);
        return (total, [.. connection.Query<AuditRow>($"{Where}{condition} ORDER BY number DESC LIMIT @count OFFSET @offset", query.Values)]);
    }
}

/// <summary>Where the chain ends.</summary>
/// <param name="Number">Of the last row; 0: there is none.</param>
internal sealed record AuditHead(long Number, string Digest);
