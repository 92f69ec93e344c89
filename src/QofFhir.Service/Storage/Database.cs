using Dapper;
using Microsoft.Data.Sqlite;

namespace QofFhir.Service.Storage;

/// <summary>An SQLite file that its owner alone can read, made on first use.</summary>
internal sealed class Database
{
    private readonly string _connection;

    private Database(string file)
    {
        File = file;
        _connection = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 300 }.ToString();
    }

    public string File { get; }

    /// <param name="file">In a folder that is there.</param>
    /// <param name="schema">Statements that may be run again on a database that has it all.</param>
    public static Database At(string file, string schema)
    {
        if (!System.IO.File.Exists(file))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var created = new FileStream(file, options);
        }

        var database = new Database(file);
        using var connection = database.Open();
        connection.Execute("PRAGMA journal_mode = WAL");
        connection.Execute(schema);
        return database;
    }

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connection);
        connection.Open();

        // Deleted reports are overwritten: some are about patients.
        connection.Execute("PRAGMA secure_delete = ON; PRAGMA synchronous = NORMAL");
        return connection;
    }
}
