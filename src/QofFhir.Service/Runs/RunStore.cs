using System.Globalization;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
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
        """;

    /// <summary>Takes the next attempt of this practice, framework and date. One that nobody has begun yet is given again: it will see what a further one would.</summary>
    public Run Queue(string practice, string framework, DateOnly achievementDate, DateTimeOffset now)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction();
        var key = new { practice, framework, date = Day(achievementDate) };
        if (connection.QueryFirstOrDefault<string>(
            "SELECT body FROM run WHERE practice = @practice AND framework = @framework AND achievement_date = @date AND status = 'Queued' ORDER BY attempt DESC",
            key, transaction) is { } waiting)
        {
            return Read(waiting);
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

    /// <summary>Runs that a stopped process left behind: nobody works on them.</summary>
    public int FailAbandoned(DateTimeOffset now)
    {
        using var connection = database.Open();
        var left = connection.Query<string>("SELECT body FROM run WHERE status IN ('Queued', 'Running')").Select(Read).ToArray();
        foreach (var run in left)
        {
            Save(run with { Status = RunStatus.Failed, Reason = "the service stopped before the run had ended", EndedAt = now }, connection, null);
        }

        return left.Length;
    }

    private static Run Read(string body) => JsonSerializer.Deserialize<Run>(body, RunJson.Options)!;

    private static object Row(Run run) => new
    {
        run.Id,
        run.Practice,
        run.Framework,
        Date = Day(run.AchievementDate),
        run.Attempt,
        Status = run.Status.ToString(),
        Queued = run.QueuedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        Body = JsonSerializer.Serialize(run, RunJson.Options),
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
