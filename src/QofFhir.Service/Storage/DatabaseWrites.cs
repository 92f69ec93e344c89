using System.Data.Common;

namespace QofFhir.Service.Storage;

internal static class DatabaseWrites
{
    /// <summary>Writes, keeps it and gives back what came of it.</summary>
    public static T Write<T>(this IDatabase database, Func<DbConnection, DbTransaction, T> write)
    {
        T result = default!;
        database.Transact((connection, transaction) =>
        {
            result = write(connection, transaction);
            return true;
        });
        return result;
    }

    /// <summary>Writes and keeps it.</summary>
    public static void Write(this IDatabase database, Action<DbConnection, DbTransaction> write) => database.Transact((connection, transaction) =>
    {
        write(connection, transaction);
        return true;
    });
}
