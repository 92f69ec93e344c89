using Dapper;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Reports;

/// <summary>Reports about patients, of each practice's last run only, in a database of the practice tier: it can be deleted at any time.</summary>
internal sealed class PatientStore(IDatabase database)
{
    /// <summary>Puts a practice's reports in the place of those before, all or nothing.</summary>
    /// <param name="alongside">Done when all are written and before they count; only when it gives true do they.</param>
    public void Replace(string practice, string run, IEnumerable<StoredReport> reports, Func<bool> alongside) => database.Transact((connection, transaction) =>
    {
        connection.Execute("DELETE FROM report WHERE practice = @practice", new { practice }, transaction);
        ReportTable.Insert(reports.Select(r => (r, 1L)), practice, run, database, connection, transaction);
        return alongside();
    });

    public string? Find(string id) => database.Read(connection => ReportTable.Find(id, connection));

    public ReportPage Search(ReportQuery query, int offset, int count) => database.Read(connection => ReportTable.Search(query, offset, count, connection));
}
