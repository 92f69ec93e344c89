using System.Data.Common;
using Dapper;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Reports;

/// <summary>The table of reports; the shared database and the practice's own have the same.</summary>
internal static class ReportTable
{
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS report (
            id TEXT NOT NULL, version BIGINT NOT NULL, live BIGINT NOT NULL, practice TEXT NOT NULL, run TEXT NOT NULL,
            type TEXT NOT NULL, identifier TEXT NOT NULL, measure TEXT NOT NULL, reporter TEXT NOT NULL, status TEXT NOT NULL,
            subject TEXT, starts TEXT NOT NULL, ends TEXT NOT NULL, computed TEXT NOT NULL, content TEXT NOT NULL, body TEXT NOT NULL,
            submitted TEXT, submission TEXT,
            PRIMARY KEY (id, version));
        CREATE INDEX IF NOT EXISTS report_identifier ON report (identifier) WHERE live = 1;
        CREATE INDEX IF NOT EXISTS report_subject ON report (subject) WHERE live = 1;
        CREATE INDEX IF NOT EXISTS report_practice ON report (practice) WHERE live = 1;
        """;

    private static readonly string[] Columns =
    [
        "id", "version", "live", "practice", "run", "type", "identifier", "measure", "reporter", "status", "subject", "starts", "ends", "computed", "content", "body",
    ];

    /// <summary>Adds live versions.</summary>
    public static void Insert(
        IEnumerable<(StoredReport Report, long Version)> reports, string practice, string run, IDatabase database, DbConnection connection, DbTransaction transaction) =>
        database.Append("report", Columns, reports.Select(r => Row(r.Report, r.Version, practice, run)), connection, transaction);

    private static object?[] Row(StoredReport report, long version, string practice, string run) =>
    [
        report.Id, version, 1L, practice, run, report.Type, report.Identifier, report.Measure, report.Reporter, report.Status, report.Subject, report.Starts, report.Ends,
        report.Computed, report.Content, report.Body,
    ];

    public static string? Find(string id, DbConnection connection) =>
        connection.QuerySingleOrDefault<string>("SELECT body FROM report WHERE id = @id AND live = 1", new { id });

    public static ReportPage Search(ReportQuery query, int offset, int count, DbConnection connection)
    {
        var where = "WHERE live = 1" + string.Concat(query.Conditions.Select(c => $" AND ({c})"));
        var total = connection.ExecuteScalar<int>($"SELECT COUNT(*) FROM report {where}", query.Values);
        query.Values.Add("count", count);
        query.Values.Add("offset", offset);
        var bodies = connection.Query<(string Id, string Body)>(
            $"SELECT id, body FROM report {where} ORDER BY starts DESC, identifier, id LIMIT @count OFFSET @offset", query.Values);
        return new ReportPage(total, [.. bodies]);
    }
}

/// <param name="Total">Of all pages.</param>
internal sealed record ReportPage(int Total, IReadOnlyList<(string Id, string Body)> Reports);
