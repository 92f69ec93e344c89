using System.Data.Common;
using Dapper;
using Npgsql;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Tests.Workers;

/// <summary>A worker that stands still in the middle of a transaction must not hold the others up.</summary>
[Collection(PostgresCollection.Name)]
public sealed class StandstillTests(PostgresServer server)
{
    private const string Lock = "UPDATE held SET number = number + 1";

    [Fact]
    public async Task The_locks_of_a_transaction_that_stands_still_are_given_to_others()
    {
        var store = PostgresDatabase.Unlocking(server.NewDatabase(), TimeSpan.FromSeconds(1));
        await using var source = NpgsqlDataSource.Create(store);
        await using var frozen = await source.OpenConnectionAsync();
        await frozen.ExecuteAsync("CREATE TABLE held (number INTEGER); INSERT INTO held VALUES (0)");
        await using var transaction = await frozen.BeginTransactionAsync();
        await frozen.ExecuteAsync(Lock, null, transaction);

        await using var other = await source.OpenConnectionAsync();
        await other.ExecuteAsync(Lock, commandTimeout: 60);
        Assert.Equal(1, await other.ExecuteScalarAsync<int>("SELECT number FROM held"));
        await Assert.ThrowsAnyAsync<DbException>(() => frozen.ExecuteAsync("SELECT 1", null, transaction));
    }

    [Fact]
    public void Work_whose_transaction_was_ended_is_done_again()
    {
        var store = server.NewDatabase();
        using var watch = NpgsqlDataSource.Create(store);
        using var database = PostgresDatabase.At(
            PostgresDatabase.Unlocking(store, TimeSpan.FromMilliseconds(200)), ["CREATE TABLE held (number INTEGER)"], TimeSpan.FromSeconds(30), TimeProvider.System);
        var tries = 0;
        database.Write((connection, transaction) =>
        {
            connection.Execute("INSERT INTO held VALUES (1)", null, transaction);
            if (++tries == 1)
            {
                var session = ((NpgsqlConnection)connection).ProcessID;
                Fleet.Until(() => Gone(watch, session), "PostgreSQL ends the session").GetAwaiter().GetResult();
            }

            connection.Execute("INSERT INTO held VALUES (2)", null, transaction);
        });
        Assert.Equal((2, 2), (tries, database.Read(c => c.ExecuteScalar<int>("SELECT COUNT(*) FROM held"))));
    }

    private static async Task<bool> Gone(NpgsqlDataSource watch, int session)
    {
        await using var connection = await watch.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM pg_stat_activity WHERE pid = @session", new { session }) == 0;
    }
}
