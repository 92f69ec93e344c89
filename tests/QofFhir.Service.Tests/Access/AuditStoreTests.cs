using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using QofFhir.Service.Audit;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Tests.Access;

/// <summary>What the trail of accesses promises, whichever database it is in.</summary>
public abstract class AuditStoreTests
{
    private protected abstract IDatabase Database { get; }

    [Fact]
    public async Task Many_at_once_from_many_processes_make_one_chain()
    {
        using (AuditTrail first = new(Database, NullLogger<AuditTrail>.Instance), second = new(Database, NullLogger<AuditTrail>.Instance))
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, 600), async (i, _) => await (i % 2 == 0 ? first : second).Keep(Row(i)));
        }

        var found = AuditChain.Check(Database);
        Assert.Equal((null, 600), (found.Fault, found.Last.Number));
        Assert.Equal(600, Database.Read(c => AuditTable.Chain(c).Select(r => r.Path).Distinct().Count()));
    }

    [Fact]
    public async Task Rows_are_only_added()
    {
        using (var trail = new AuditTrail(Database, NullLogger<AuditTrail>.Instance))
        {
            await trail.Keep(Row(1));
        }

        foreach (var harm in new[] { "UPDATE audit_event SET client = 'x'", "DELETE FROM audit_event", "DELETE FROM consent WHERE 1 = 1", "UPDATE consent SET network = 1" })
        {
            Database.Write((c, t) => c.Execute("INSERT INTO consent (practice, network, said_by, said_at) VALUES ('P', 0, 'c', '')", null, t));
            Assert.ThrowsAny<DbException>(() => Database.Write((c, t) => c.Execute(harm, null, t)));
        }
    }

    private static AuditRow Row(int i) =>
        new(0, "2026-11-30T09:00:00Z", "GET", "/x", $"/x/{i}", i % 3 == 0 ? null : "é=1", 200, "HQUALIMP", "client", null, "network", "U1", "::1", "");
}
