using System.Globalization;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using QofFhir.Core;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Runs;

/// <summary>The runs in the shared database.</summary>
internal sealed class RunStore(Database database)
{
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS run (
            id TEXT PRIMARY KEY, practice TEXT NOT NULL, framework TEXT NOT NULL, achievement_date TEXT NOT NULL,
            attempt INTEGER NOT NULL, status TEXT NOT NULL, queued_at TEXT NOT NULL, body TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS run_queued ON run (queued_at DESC);
        CREATE TABLE IF NOT EXISTS run_problem (run TEXT PRIMARY KEY, body TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS cluster_count (
            practice TEXT NOT NULL, framework TEXT NOT NULL, run TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (practice, framework));
        """;

    /// <summary>Takes the next attempt of this practice, framework and date. One that nobody has begun yet is given again: it will see what a further one would.</summary>
    public Run Queue(string practice, string framework, DateOnly achievementDate, bool full, DateTimeOffset now)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction();
        var key = new { practice, framework, date = Day(achievementDate) };
        if (connection.QueryFirstOrDefault<string>(
            "SELECT body FROM run WHERE practice = @practice AND framework = @framework AND achievement_date = @date AND status = 'Queued' ORDER BY attempt DESC",
            key, transaction) is { } waiting)
        {
            var known = Read(waiting);
            if (full && !known.Full)
            {
                known = known with { Full = true };
                Save(known, connection, transaction);
                transaction.Commit();
            }

            return known;
        }

        var attempt = 1 + connection.ExecuteScalar<int>(
            "SELECT COALESCE(MAX(attempt), 0) FROM run WHERE practice = @practice AND framework = @framework AND achievement_date = @date",
            key, transaction);
        var run = new Run
        {
            Id = $"{practice}.{framework}.{key.date}.{attempt}",
            Practice = practice,
            Framework = framework,
            AchievementDate = achievementDate,
            Attempt = attempt,
            Full = full,
            QueuedAt = now,
        };
        connection.Execute(
            "INSERT INTO run VALUES (@Id, @Practice, @Framework, @Date, @Attempt, @Status, @Queued, @Body)", Row(run), transaction);
        transaction.Commit();
        return run;
    }

    public void Save(Run run)
    {
        using var connection = database.Open();
        Save(run, connection, null);
    }

    /// <summary>The end of a run whose reports all stand: said last, so that a run that was killed before is done again.</summary>
    /// <param name="clusters">Entries by cluster, for the next run to compare with; null keeps those of the run before.</param>
    public void Succeed(Run run, IReadOnlyDictionary<string, int>? clusters, IReadOnlyList<Problem> problems)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction();
        Save(run, connection, transaction);
        connection.Execute("INSERT OR REPLACE INTO run_problem VALUES (@Id, @body)", new { run.Id, body = Json(problems) }, transaction);
        if (clusters is not null)
        {
            connection.Execute(
                "INSERT OR REPLACE INTO cluster_count VALUES (@Practice, @Framework, @Id, @body)",
                new { run.Practice, run.Framework, run.Id, body = Json(clusters) }, transaction);
        }

        transaction.Commit();
    }

    /// <summary>What was wrong with the resources of a run that succeeded.</summary>
    public IReadOnlyList<Problem> Problems(string id)
    {
        using var connection = database.Open();
        var body = connection.QuerySingleOrDefault<string>("SELECT body FROM run_problem WHERE run = @id", new { id });
        return body is null ? [] : JsonSerializer.Deserialize<Problem[]>(body, RunJson.Options)!;
    }

    /// <summary>Entries by cluster of the practice's last run that succeeded with all its data; null: there was none.</summary>
    public IReadOnlyDictionary<string, int>? Clusters(string practice, string framework)
    {
        using var connection = database.Open();
        var body = connection.QuerySingleOrDefault<string>(
            "SELECT body FROM cluster_count WHERE practice = @practice AND framework = @framework", new { practice, framework });
        return body is null ? null : JsonSerializer.Deserialize<Dictionary<string, int>>(body, RunJson.Options)!;
    }

    /// <summary>The practice's last run that succeeded.</summary>
    public Run? LastSuccess(string practice, string framework)
    {
        using var connection = database.Open();
        var body = connection.QueryFirstOrDefault<string>(
            "SELECT body FROM run WHERE practice = @practice AND framework = @framework AND status = 'Succeeded' ORDER BY queued_at DESC, attempt DESC LIMIT 1",
            new { practice, framework });
        return body is null ? null : Read(body);
    }

    public static void Save(Run run, SqliteConnection connection, SqliteTransaction? transaction) =>
        connection.Execute("UPDATE run SET status = @Status, body = @Body WHERE id = @Id", Row(run), transaction);

    /// <summary>True while no later attempt was begun: only then may the run write.</summary>
    public static bool IsLatest(Run run, SqliteConnection connection, SqliteTransaction transaction) =>
        connection.ExecuteScalar<int>(
            "SELECT COUNT(*) FROM run WHERE practice = @Practice AND framework = @Framework AND achievement_date = @Date AND attempt > @Attempt AND status <> 'Queued'",
            Row(run), transaction) == 0;

    public Run? Find(string id)
    {
        using var connection = database.Open();
        var body = connection.QuerySingleOrDefault<string>("SELECT body FROM run WHERE id = @id", new { id });
        return body is null ? null : Read(body);
    }

    /// <summary>The newest runs first.</summary>
    public IReadOnlyList<Run> Latest(int count)
    {
        using var connection = database.Open();
        return [.. connection.Query<string>("SELECT body FROM run ORDER BY queued_at DESC, attempt DESC LIMIT @count", new { count }).Select(Read)];
    }

    /// <summary>Runs that nobody has ended, the oldest first.</summary>
    public IReadOnlyList<Run> Unfinished()
    {
        using var connection = database.Open();
        return [.. connection.Query<string>("SELECT body FROM run WHERE status IN ('Queued', 'Running') ORDER BY queued_at, attempt").Select(Read)];
    }

    private static Run Read(string body) => JsonSerializer.Deserialize<Run>(body, RunJson.Options)!;

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, RunJson.Options);

    private static object Row(Run run) => new
    {
        run.Id,
        run.Practice,
        run.Framework,
        Date = Day(run.AchievementDate),
        run.Attempt,
        Status = run.Status.ToString(),
        Queued = run.QueuedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        Body = Json(run with { Progress = null }),
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
