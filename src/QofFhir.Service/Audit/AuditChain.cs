using QofFhir.Service.Storage;

namespace QofFhir.Service.Audit;

/// <summary>Looks through the whole chain of accesses for what does not fit.</summary>
internal static class AuditChain
{
    public static AuditFinding Check(IDatabase database) => database.Read(connection =>
    {
        // What is added meanwhile comes after the end as it was.
        var end = AuditTable.Head(connection);
        var last = new AuditHead(0, "");
        foreach (var row in AuditTable.Chain(connection).TakeWhile(r => r.Number <= end.Number))
        {
            if (row.Number != last.Number + 1 || row.Digest != row.Linked(last.Digest))
            {
                return new AuditFinding(last, last.Number + 1);
            }

            last = new AuditHead(row.Number, row.Digest);
        }

        return new AuditFinding(last, last == end ? null : last.Number + 1);
    });
}

/// <param name="Last">The last row up to which everything fits.</param>
/// <param name="Fault">The first number at which a row is missing, changed or foreign; null: everything fits.</param>
internal sealed record AuditFinding(AuditHead Last, long? Fault);
