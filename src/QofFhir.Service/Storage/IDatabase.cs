using System.Data.Common;

namespace QofFhir.Service.Storage;

/// <summary>A database: an SQLite file, or PostgreSQL where many workers share one. The SQL is the same for both.</summary>
internal interface IDatabase
{
    /// <param name="read">May be run again after a fault that passes.</param>
    T Read<T>(Func<DbConnection, T> read);

    /// <summary>All or nothing.</summary>
    /// <param name="write">May be run again after a fault that passes; gives true to keep what it wrote.</param>
    void Transact(Func<DbConnection, DbTransaction, bool> write);

    /// <summary>Adds rows to a table within a transaction, in the way in which the database takes many at a time.</summary>
    /// <param name="rows">Values in the order of the columns: text, whole numbers (long), bytes, null.</param>
    void Append(string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, DbConnection connection, DbTransaction transaction);

    /// <summary>Whether it answers now.</summary>
    bool IsOpen();
}
