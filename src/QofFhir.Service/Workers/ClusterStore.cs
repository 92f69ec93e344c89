using System.Globalization;
using Dapper;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Workers;

/// <summary>The workers that share the database, and what their runs add up to: counts, never a patient.</summary>
internal sealed class ClusterStore(IDatabase database)
{
    public const string Schema = "CREATE TABLE node (name TEXT PRIMARY KEY, started TEXT NOT NULL, seen TEXT NOT NULL, at_work BIGINT NOT NULL);";

    /// <summary>Says that a worker is there.</summary>
    /// <param name="forget">Workers that were last seen before are forgotten.</param>
    public void Beat(string node, DateTimeOffset started, DateTimeOffset now, int atWork, DateTimeOffset forget) => database.Write((connection, transaction) =>
    {
        connection.Execute(
            """
            INSERT INTO node VALUES (@node, @started, @now, @atWork)
            ON CONFLICT (name) DO UPDATE SET seen = excluded.seen, at_work = excluded.at_work
            """,
            new { node, started = Moment(started), now = Moment(now), atWork }, transaction);
        connection.Execute("DELETE FROM node WHERE seen < @forget", new { forget = Moment(forget) }, transaction);
    });

    /// <summary>Says that a worker has gone.</summary>
    public void Leave(string node) => database.Write((connection, transaction) => connection.Execute("DELETE FROM node WHERE name = @node", new { node }, transaction));

    public IReadOnlyList<NodeSeen> Nodes() => database.Read<IReadOnlyList<NodeSeen>>(c =>
        [.. c.Query<NodeRow>("SELECT name, started, seen, at_work AS atwork FROM node ORDER BY started, name")
            .Select(n => new NodeSeen(n.Name, Moment(n.Started), Moment(n.Seen), (int)n.AtWork))]);

    public QueueCounts Queue() => database.Read(c => c.QuerySingle<QueueCounts>(
        """
        SELECT CAST(COALESCE(SUM(CASE status WHEN 'Queued' THEN 1 ELSE 0 END), 0) AS BIGINT) AS waiting,
               CAST(COALESCE(SUM(CASE status WHEN 'Running' THEN 1 ELSE 0 END), 0) AS BIGINT) AS running
        FROM run WHERE status IN ('Queued', 'Running')
        """));

    /// <summary>What ended since then.</summary>
    public EndedRuns Ended(DateTimeOffset since) => database.Read(c =>
    {
        var row = c.QuerySingle<EndedRow>(
            """
            SELECT CAST(COALESCE(SUM(CASE status WHEN 'Succeeded' THEN 1 ELSE 0 END), 0) AS BIGINT) AS succeeded, CAST(COUNT(*) AS BIGINT) AS ended,
                   CAST(COALESCE(SUM(resources), 0) AS BIGINT) AS resources, MIN(ended_at) AS first
            FROM run WHERE ended_at >= @since
            """,
            new { since = Moment(since) });
        return new EndedRuns((int)row.Succeeded, (int)row.Ended, row.Resources, row.First is { } first ? Moment(first) : null);
    });

    /// <summary>Reasons of the runs that failed since then, and how many had each; what a later run did in the place of another is no failure.</summary>
    public IReadOnlyList<(string Reason, int Runs)> Failures(DateTimeOffset since, string notEndingIn) => database.Read<IReadOnlyList<(string, int)>>(c =>
        [.. c.Query<(string Reason, long Runs)>(
            """
            SELECT reason, CAST(COUNT(*) AS BIGINT) FROM run
            WHERE ended_at >= @since AND status = 'Failed' AND reason IS NOT NULL AND reason NOT LIKE @not GROUP BY reason ORDER BY COUNT(*) DESC LIMIT 1000
            """,
            new { since = Moment(since), not = "%" + notEndingIn }).Select(f => (f.Reason, (int)f.Runs))]);

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    private sealed record NodeRow(string Name, string Started, string Seen, long AtWork);

    private sealed record EndedRow(long Succeeded, long Ended, long Resources, string? First);
}

/// <param name="AtWork">Runs that it was at when it was seen.</param>
internal sealed record NodeSeen(string Name, DateTimeOffset Started, DateTimeOffset Seen, int AtWork);

internal sealed record QueueCounts(long Waiting, long Running);

/// <param name="First">When the first of them ended; null: none did.</param>
internal sealed record EndedRuns(int Succeeded, int Ended, long Resources, DateTimeOffset? First);
