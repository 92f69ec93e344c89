using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Dapper;
using QofFhir.Core;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Runs;

/// <summary>The runs in the shared database.</summary>
internal sealed class RunStore(IDatabase database)
{
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS run (
            id TEXT PRIMARY KEY, practice TEXT NOT NULL, framework TEXT NOT NULL, achievement_date TEXT NOT NULL,
            attempt BIGINT NOT NULL, status TEXT NOT NULL, queued_at TEXT NOT NULL, body TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS run_queued ON run (queued_at DESC);
        CREATE TABLE IF NOT EXISTS run_problem (run TEXT PRIMARY KEY, body TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS cluster_count (
            practice TEXT NOT NULL, framework TEXT NOT NULL, run TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (practice, framework));
        """;

    public const string Fences = """
        ALTER TABLE run ADD COLUMN fence BIGINT NOT NULL DEFAULT 0;
        CREATE TABLE fence (
            practice TEXT NOT NULL, framework TEXT NOT NULL, achievement_date TEXT NOT NULL, number BIGINT NOT NULL,
            PRIMARY KEY (practice, framework, achievement_date));
        """;

    public const string AtWork = """
        ALTER TABLE run ADD COLUMN cancel BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE run ADD COLUMN progress TEXT;
        ALTER TABLE run ADD COLUMN ended_at TEXT;
        ALTER TABLE run ADD COLUMN resources BIGINT;
        ALTER TABLE run ADD COLUMN reason TEXT;
        CREATE INDEX run_ended ON run (ended_at DESC);
        CREATE INDEX run_open ON run (queued_at) WHERE status IN ('Queued', 'Running');
        """;

    /// <summary>How the reason ends of an attempt that a later one made needless.</summary>
    public const string DoneByAnother = "does its work";

    public const string WasCancelled = "it was cancelled";

    private const string Open = "status IN ('Queued', 'Running')";
    private const string Same = "practice = @Practice AND framework = @Framework AND achievement_date = @Date";

    /// <summary>Takes the next attempt of this practice, framework and date. One that nobody has begun yet is given again: it will see what a further one would.</summary>
    /// <param name="full">Fetch everything; asked of a run that waits, it holds for that.</param>
    public Run Queue(string practice, string framework, DateOnly achievementDate, bool full, DateTimeOffset now) => database.Write((connection, transaction) =>
    {
        var key = new { Practice = practice, Framework = framework, Date = Day(achievementDate) };
        connection.Execute("INSERT INTO fence VALUES (@Practice, @Framework, @Date, 0) ON CONFLICT DO NOTHING", key, transaction);

        Alone(key, connection, transaction);
        if (connection.QueryFirstOrDefault<string>(
            $"SELECT body FROM run WHERE {Same} AND status = 'Queued' ORDER BY attempt DESC", key, transaction) is { } waiting)
        {
            var known = Read(waiting);
            if (full && !known.Full)
            {
                known = known with { Full = true };
                Save(known, connection, transaction);
            }

            return known;
        }

        var attempt = 1 + connection.ExecuteScalar<int>($"SELECT COALESCE(MAX(attempt), 0) FROM run WHERE {Same}", key, transaction);
        var run = new Run
        {
            Id = $"{practice}.{framework}.{key.Date}.{attempt}",
            Practice = practice,
            Framework = framework,
            AchievementDate = achievementDate,
            Attempt = attempt,
            Full = full,
            QueuedAt = now,
        };
        connection.Execute(
            """
            INSERT INTO run (id, practice, framework, achievement_date, attempt, status, queued_at, body)
            VALUES (@Id, @Practice, @Framework, @Date, @Attempt, @Status, @Queued, @Body)
            """,
            Row(run), transaction);
        return run;
    });

    /// <summary>Begins work on a run, for the first time or again: whoever was at it, or at another of this practice, framework and date, writes nothing from now on. Earlier attempts that nobody has ended are over.</summary>
    /// <param name="node">The worker that begins.</param>
    /// <returns>Null for a run that has ended or that somebody wanted cancelled: there is nothing to do.</returns>
    public Run? Begin(Run run, DateTimeOffset now, string node = "") => database.Write<Run?>((connection, transaction) =>
    {
        Alone(Row(run), connection, transaction);
        if (connection.QuerySingleOrDefault<OpenRun>($"SELECT body, cancel FROM run WHERE id = @Id AND {Open}", Row(run), transaction) is not { } open)
        {
            return null;
        }

        var fence = connection.ExecuteScalar<long>($"UPDATE fence SET number = number + 1 WHERE {Same} RETURNING number", Row(run), transaction);
        var known = Read(open.Body).Again() with { Fence = fence };
        if (open.Cancel != 0)
        {
            Save(known with { Status = RunStatus.Failed, Reason = WasCancelled, EndedAt = now }, connection, transaction);
            return null;
        }

        foreach (var body in connection.Query<string>($"SELECT body FROM run WHERE {Same} AND {Open} AND attempt < @Attempt", Row(run), transaction).ToArray())
        {
            var older = Read(body);
            known = known with { Full = known.Full || older.Full };
            Save(older with { Fence = fence, Status = RunStatus.Failed, Reason = $"it was left, and {run.Id} {DoneByAnother}", EndedAt = now }, connection, transaction);
        }

        var begun = known with { Status = RunStatus.Running, StartedAt = now, Node = node };
        Save(begun, connection, transaction);
        return begun;
    });

    /// <summary>Ends a run that waits, and leaves word for the worker of one that is at work.</summary>
    /// <returns>False for one that has ended or is not there.</returns>
    public bool Cancel(string id, DateTimeOffset now) => Find(id) is { } run && database.Write((connection, transaction) =>
    {
        Alone(Row(run), connection, transaction);
        if (connection.QuerySingleOrDefault<string>($"UPDATE run SET cancel = 1 WHERE id = @Id AND {Open} RETURNING body", Row(run), transaction) is not { } body)
        {
            return false;
        }

        if (Read(body) is { Status: RunStatus.Queued } waiting)
        {
            Save(waiting with { Status = RunStatus.Failed, Reason = WasCancelled, EndedAt = now }, connection, transaction);
        }

        return true;
    });

    /// <summary>Tells how far runs at work are.</summary>
    /// <returns>Those of them that are to be ended: somebody wants them cancelled, or another worker has them.</returns>
    public IReadOnlyList<Run> Tell(IReadOnlyList<(Run Run, RunProgress? Progress)> atWork) => database.Write<IReadOnlyList<Run>>((connection, transaction) =>
        [.. atWork.Where(work => connection.ExecuteScalar<string>(
            "UPDATE run SET progress = @progress WHERE id = @Id AND fence = @Fence RETURNING CASE WHEN cancel = 1 AND status = 'Running' THEN 'end' ELSE 'go on' END",
            new { work.Run.Id, work.Run.Fence, progress = work.Progress is { } told ? Json(told) : null }, transaction) is not "go on").Select(work => work.Run)]);

    /// <returns>False when another worker has taken the run over: then nothing was written.</returns>
    public bool Save(Run run) => database.Write((connection, transaction) => Save(run, connection, transaction));

    /// <summary>The end of a run whose reports all stand: said last, so that a run that was killed before is done again.</summary>
    /// <param name="clusters">Entries by cluster, for the next run to compare with; null keeps those of the run before.</param>
    /// <returns>False when another worker has taken the run over.</returns>
    public bool Succeed(Run run, IReadOnlyDictionary<string, int>? clusters, IReadOnlyList<Problem> problems) => database.Write((connection, transaction) =>
    {
        if (!Save(run, connection, transaction))
        {
            return false;
        }

        connection.Execute(
            "INSERT INTO run_problem VALUES (@Id, @body) ON CONFLICT (run) DO UPDATE SET body = excluded.body", new { run.Id, body = Json(problems) }, transaction);
        if (clusters is not null)
        {
            connection.Execute(
                """
                INSERT INTO cluster_count VALUES (@Practice, @Framework, @Id, @body)
                ON CONFLICT (practice, framework) DO UPDATE SET run = excluded.run, body = excluded.body
                """,
                new { run.Practice, run.Framework, run.Id, body = Json(clusters) }, transaction);
        }

        return true;
    });

    /// <summary>What was wrong with the resources of a run that succeeded.</summary>
    public IReadOnlyList<Problem> Problems(string id)
    {
        var body = database.Read(c => c.QuerySingleOrDefault<string>("SELECT body FROM run_problem WHERE run = @id", new { id }));
        return body is null ? [] : JsonSerializer.Deserialize<Problem[]>(body, RunJson.Options)!;
    }

    /// <summary>Entries by cluster of the practice's last run that succeeded with all its data; null: there was none.</summary>
    public IReadOnlyDictionary<string, int>? Clusters(string practice, string framework)
    {
        var body = database.Read(c => c.QuerySingleOrDefault<string>(
            "SELECT body FROM cluster_count WHERE practice = @practice AND framework = @framework", new { practice, framework }));
        return body is null ? null : JsonSerializer.Deserialize<Dictionary<string, int>>(body, RunJson.Options)!;
    }

    /// <summary>The practice's last run that succeeded.</summary>
    public Run? LastSuccess(string practice, string framework) => One(
        "SELECT body, progress FROM run WHERE practice = @practice AND framework = @framework AND status = 'Succeeded' ORDER BY queued_at DESC, attempt DESC LIMIT 1",
        new { practice, framework });

    /// <returns>False when another worker has taken the run over.</returns>
    public static bool Save(Run run, DbConnection connection, DbTransaction transaction) =>
        connection.Execute(
            "UPDATE run SET status = @Status, body = @Body, fence = @Fence, ended_at = @Ended, resources = @Resources, reason = @Reason WHERE id = @Id AND fence <= @Fence",
            Row(run), transaction) == 1;

    /// <summary>True while nobody has begun work on this practice, framework and date since, and until the transaction ends: only then may the run write.</summary>
    public static bool Holds(Run run, DbConnection connection, DbTransaction transaction) =>
        connection.Execute($"UPDATE fence SET number = number WHERE {Same} AND number = @Fence", Row(run), transaction) == 1;

    public Run? Find(string id) => One("SELECT body, progress FROM run WHERE id = @id", new { id });

    /// <summary>The newest runs first.</summary>
    public IReadOnlyList<Run> Latest(int count) => Many("SELECT body, progress FROM run ORDER BY queued_at DESC, attempt DESC LIMIT @count", new { count });

    /// <summary>Runs that nobody has ended, the oldest first.</summary>
    public IReadOnlyList<Run> Unfinished() => Many($"SELECT body, progress FROM run WHERE {Open} ORDER BY queued_at, attempt", null);

    /// <summary>The run of a practice that somebody was at, when nobody can be any more.</summary>
    public Run? Left(string practice, string framework) => One(
        "SELECT body, progress FROM run WHERE practice = @practice AND framework = @framework AND status = 'Running' ORDER BY queued_at DESC, attempt DESC LIMIT 1",
        new { practice, framework });

    private Run? One(string sql, object values) => Many(sql, values) is [var run, ..] ? run : null;

    private Run[] Many(string sql, object? values) => [.. database.Read(c => c.Query<ToldRun>(sql, values)).Select(Read)];

    /// <summary>How far it is stays in the store when the run is over, and is of no meaning then.</summary>
    private static Run Read(ToldRun row) => Read(row.Body) is { Status: RunStatus.Running } run && row.Progress is { } told
        ? run with { Progress = JsonSerializer.Deserialize<RunProgress>(told, RunJson.Options) }
        : Read(row.Body);

    private static Run Read(string body) => JsonSerializer.Deserialize<Run>(body, RunJson.Options)!;

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, RunJson.Options);

    /// <summary>Whoever queues, begins or cancels runs of one practice, framework and date waits here for the others.</summary>
    private static void Alone(object key, DbConnection connection, DbTransaction transaction) =>
        connection.Execute($"UPDATE fence SET number = number WHERE {Same}", key, transaction);

    private static object Row(Run run) => new
    {
        run.Id,
        run.Practice,
        run.Framework,
        Date = Day(run.AchievementDate),
        run.Attempt,
        run.Fence,
        Status = run.Status.ToString(),
        Queued = run.QueuedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        Body = Json(run with { Progress = null }),
        Ended = run.EndedAt?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        run.Records?.Resources,
        run.Reason,
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record OpenRun(string Body, long Cancel);

    private sealed record ToldRun(string Body, string? Progress);
}
