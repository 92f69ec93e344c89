using System.Data.Common;
using System.Text.RegularExpressions;
using Dapper;

namespace QofFhir.Service.Storage;

/// <summary>Brings a database to the form that this version works with, forwards only.</summary>
internal static class Migrations
{
    /// <summary>Stands in a migration for the type of a column that counts by itself.</summary>
    public const string Counter = "{counter}";

    /// <summary>Stands in a migration for the type of a column of bytes.</summary>
    public const string Bytes = "{bytes}";

    /// <summary>Stand around the name of a table of which the database is to refuse changes and deletions.</summary>
    public const string AppendOnlyStart = "{append only ";

    public const string AppendOnlyEnd = "}";

    /// <param name="refusal">The statements that make a table refuse, with <c>$1</c> for its name.</param>
    public static string AppendOnly(string sql, string refusal) => Regex.Replace(sql, @"\{append only (\w+)\}", refusal);

    /// <returns>How many of the migrations the database has had.</returns>
    public static int Done(DbConnection connection, DbTransaction? transaction = null) =>
        connection.ExecuteScalar<int>("SELECT COALESCE(MAX(number), 0) FROM schema_version", null, transaction);

    /// <param name="migrations">In their order; what has been released is never changed.</param>
    /// <param name="dialect">Puts a migration into the words of the database.</param>
    /// <exception cref="IOException">The database was made by a later version.</exception>
    public static void Apply(IReadOnlyList<string> migrations, Func<string, string> dialect, DbConnection connection, DbTransaction transaction)
    {
        connection.Execute("CREATE TABLE IF NOT EXISTS schema_version (number INTEGER PRIMARY KEY)", null, transaction);
        var done = Done(connection, transaction);
        if (done > migrations.Count)
        {
            throw new IOException($"the database has form {done}, and this version knows forms up to {migrations.Count}: a later version made it.");
        }

        for (var number = done + 1; number <= migrations.Count; number++)
        {
            connection.Execute(dialect(migrations[number - 1]), null, transaction);
            connection.Execute("INSERT INTO schema_version VALUES (@number)", new { number }, transaction);
        }
    }
}
