using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace QofFhir.Service.Storage;

/// <summary>An SQLite file that its owner alone can read, made on first use.</summary>
internal sealed class SqliteDatabase : IDatabase
{
    private const string AppendOnly = """
        CREATE TRIGGER ${1}_unchanged BEFORE UPDATE ON $1 BEGIN SELECT RAISE(ABORT, '$1 is only added to'); END;
        CREATE TRIGGER ${1}_kept BEFORE DELETE ON $1 BEGIN SELECT RAISE(ABORT, '$1 is only added to'); END;
        """;

    private readonly string _connection;

    private SqliteDatabase(string file) => _connection = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 300 }.ToString();

    /// <param name="file">In a folder that is there.</param>
    /// <exception cref="IOException">It was made by a later version.</exception>
    public static SqliteDatabase At(string file, IReadOnlyList<string> migrations)
    {
        if (!File.Exists(file))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var created = new FileStream(file, options);
        }

        var database = new SqliteDatabase(file);
        using var connection = database.Open();
        connection.Execute("PRAGMA journal_mode = WAL");
        database.Write((open, transaction) => Migrations.Apply(migrations, Dialect, open, transaction));
        return database;
    }

    public T Read<T>(Func<DbConnection, T> read)
    {
        using var connection = Open();
        return read(connection);
    }

    public void Transact(Func<DbConnection, DbTransaction, bool> write)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        if (write(connection, transaction))
        {
            transaction.Commit();
        }
    }

    public void Append(string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, DbConnection connection, DbTransaction transaction)
    {
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(c => "@" + c))})";
        foreach (var column in columns)
        {
            var parameter = insert.CreateParameter();
            parameter.ParameterName = "@" + column;
            insert.Parameters.Add(parameter);
        }

        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                insert.Parameters[i].Value = row[i] ?? DBNull.Value;
            }

            insert.ExecuteNonQuery();
        }
    }

    public bool IsOpen() => Read(c => c.ExecuteScalar<int>("SELECT 1")) == 1;

    private static string Dialect(string sql) => Migrations.AppendOnly(sql, AppendOnly)
        .Replace(Migrations.Counter, "INTEGER PRIMARY KEY", StringComparison.Ordinal)
        .Replace(Migrations.Bytes, "BLOB", StringComparison.Ordinal);

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connection);
        connection.Open();

        // Deleted reports are overwritten: some are about patients.
        connection.Execute("PRAGMA secure_delete = ON; PRAGMA synchronous = NORMAL");
        return connection;
    }
}
