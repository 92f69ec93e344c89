using System.Data.Common;
using Dapper;
using Npgsql;
using NpgsqlTypes;
using Polly;
using Polly.Retry;

namespace QofFhir.Service.Storage;

/// <summary>A PostgreSQL database that many workers share. While it does not answer, work waits for it.</summary>
internal sealed class PostgresDatabase : IDatabase, IDisposable
{
    /// <summary>Any number: who migrates holds it, and the others wait.</summary>
    private const long MigrationLock = 7_646_371_108_912_311;

    private const string AppendOnly = """
        CREATE FUNCTION ${1}_is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''$1 is only added to''; END';
        CREATE TRIGGER ${1}_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON $1 FOR EACH STATEMENT EXECUTE FUNCTION ${1}_is_only_added_to();
        """;

    /// <summary>Between two tries.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly NpgsqlDataSource _source;
    private readonly ResiliencePipeline _patience;

    private PostgresDatabase(string connection, TimeSpan patience, TimeProvider clock)
    {
        _source = NpgsqlDataSource.Create(connection);
        _patience = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<NpgsqlException>(Passes).Handle<TimeoutException>(),
                MaxRetryAttempts = 1 + (int)(patience / LongestPause),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(200),
                MaxDelay = LongestPause,
            })
            .Build();
    }

    /// <summary>A connection whose locks end with its process: a worker that stands still in the middle of a transaction would hold them, and stop all others, for as long as it stands.</summary>
    /// <param name="stands">So long a transaction may wait for its next statement.</param>
    /// <exception cref="ArgumentException">It is not in Npgsql's words.</exception>
    public static string Unlocking(string connection, TimeSpan stands)
    {
        var words = new NpgsqlConnectionStringBuilder(connection);
        words.Options = $"{words.Options} -c idle_in_transaction_session_timeout={stands.TotalMilliseconds:0}".TrimStart();
        return words.ToString();
    }

    /// <param name="connection">In Npgsql's words.</param>
    /// <param name="patience">How long work waits for a database that does not answer.</param>
    /// <exception cref="IOException">It was made by a later version.</exception>
    public static PostgresDatabase At(string connection, IReadOnlyList<string> migrations, TimeSpan patience, TimeProvider clock)
    {
        var database = new PostgresDatabase(connection, patience, clock);
        if (database.Read(IsMade) && database.Read(c => Migrations.Done(c)) == migrations.Count)
        {
            return database; // Nothing to make, so a role that may make nothing is enough.
        }

        database.Write((open, transaction) =>
        {
            open.Execute("SELECT pg_advisory_xact_lock(@MigrationLock)", new { MigrationLock }, transaction);

            // SQLite has it, with the same arguments.
            open.Execute(
                "CREATE OR REPLACE FUNCTION instr(whole text, part text) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT strpos(whole, part)'", null, transaction);
            Migrations.Apply(migrations, Dialect, open, transaction);
        });
        return database;
    }

    public T Read<T>(Func<DbConnection, T> read) => _patience.Execute(() =>
    {
        using var connection = _source.OpenConnection();
        return read(connection);
    });

    public void Transact(Func<DbConnection, DbTransaction, bool> write) => _patience.Execute(() =>
    {
        using var connection = _source.OpenConnection();
        using var transaction = connection.BeginTransaction();
        if (write(connection, transaction))
        {
            transaction.Commit();
        }
    });

    public void Append(string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, DbConnection connection, DbTransaction transaction)
    {
        using var copy = ((NpgsqlConnection)connection).BeginBinaryImport($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            copy.StartRow();
            foreach (var value in row)
            {
                switch (value)
                {
                    case null:
                        copy.WriteNull();
                        break;
                    case string text:
                        copy.Write(text, NpgsqlDbType.Text);
                        break;
                    case long number:
                        copy.Write(number, NpgsqlDbType.Bigint);
                        break;
                    default:
                        copy.Write((byte[])value, NpgsqlDbType.Bytea);
                        break;
                }
            }
        }

        copy.Complete();
    }

    public bool IsOpen()
    {
        using var connection = _source.OpenConnection();
        return connection.ExecuteScalar<int>("SELECT 1") == 1;
    }

    public void Dispose() => _source.Dispose();

    private static bool IsMade(DbConnection connection) => connection.ExecuteScalar<bool>("SELECT to_regclass('schema_version') IS NOT NULL");

    private static string Dialect(string sql) => Migrations.AppendOnly(sql, AppendOnly)
        .Replace(Migrations.Counter, "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY", StringComparison.Ordinal)
        .Replace(Migrations.Bytes, "BYTEA", StringComparison.Ordinal);

    /// <summary>The server is away or comes back, or two transactions were in each other's way.</summary>
    private static bool Passes(NpgsqlException fault) =>
        fault is PostgresException said ? said.IsTransient || said.SqlState is "25P03" or "57P01" or "57P02" or "40001" or "40P01" : fault.IsTransient || fault.InnerException is IOException;
}
