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

    /// <summary>Whether it answers now.</summary>
    bool IsOpen();
}
