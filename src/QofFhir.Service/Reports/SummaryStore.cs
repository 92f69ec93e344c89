using System.Data.Common;
using Dapper;
using QofFhir.Service.Runs;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Reports;

/// <summary>Summary reports with their history, in the shared database: counts, never a patient.</summary>
internal sealed class SummaryStore(IDatabase database)
{
    /// <summary>Writes a run's reports and the run itself, all or nothing. A report that says the same as the live one stays as it is; another becomes the live version.</summary>
    /// <param name="done">The run as it is to be kept, given how many reports changed.</param>
    /// <returns>The run as kept, or null when work on it was begun anew elsewhere: then nothing was written.</returns>
    public Run? Write(Run run, IReadOnlyList<StoredReport> reports, Func<int, Run> done) => database.Write<Run?>((connection, transaction) =>
    {
        if (!RunStore.Holds(run, connection, transaction))
        {
            return null;
        }

        var kept = done(Write(run.Practice, run.Id, reports, connection, transaction));
        RunStore.Save(kept, connection, transaction);
        return kept;
    });

    /// <summary>Writes reports that come from no run.</summary>
    /// <param name="from">What they come from.</param>
    public void Write(string practice, string from, IReadOnlyList<StoredReport> reports) =>
        database.Write((connection, transaction) => Write(practice, from, reports, connection, transaction));

    /// <summary>Live reports that come from something, in the order of their identifiers.</summary>
    public IReadOnlyList<string> WrittenFrom(string practice, string from) => database.Read(connection => connection.Query<string>(
        "SELECT body FROM report WHERE live = 1 AND practice = @practice AND run = @from ORDER BY identifier", new { practice, from }).ToList());

    /// <returns>How many changed.</returns>
    private int Write(string practice, string from, IReadOnlyList<StoredReport> reports, DbConnection connection, DbTransaction transaction)
    {
        var changed = new List<(StoredReport Report, long Version)>();
        foreach (var report in reports)
        {
            var live = connection.QuerySingleOrDefault<LiveVersion>(
                "SELECT version, content FROM report WHERE id = @Id AND live = 1", new { report.Id }, transaction);
            if (live?.Content == report.Content)
            {
                continue;
            }

            connection.Execute("UPDATE report SET live = 0 WHERE id = @Id", new { report.Id }, transaction);
            changed.Add((report, (live?.Version ?? 0) + 1));
        }

        ReportTable.Insert(changed, practice, from, database, connection, transaction);
        return changed.Count;
    }

    /// <summary>Live reports of these ids, as far as they are there.</summary>
    public IReadOnlyList<string> Find(IReadOnlyCollection<string> ids) => database.Read(connection =>
    {
        var values = new DynamicParameters();
        return connection.Query<string>($"SELECT body FROM report WHERE live = 1 AND {Among.Sql("id", ids, values)}", values).ToList();
    });

    /// <summary>Identifiers of a practice's live reports, each with its system.</summary>
    public IReadOnlyList<string> Identifiers(string practice) => database.Read(connection =>
        connection.Query<string>("SELECT identifier FROM report WHERE live = 1 AND practice = @practice", new { practice }).ToList());

    public string? Find(string id) => database.Read(connection => ReportTable.Find(id, connection));

    public ReportPage Search(ReportQuery query, int offset, int count) => database.Read(connection => ReportTable.Search(query, offset, count, connection));

    /// <summary>How many versions there are of all reports, old ones included.</summary>
    public int Versions() => database.Read(connection => connection.ExecuteScalar<int>("SELECT COUNT(*) FROM report"));

    /// <summary>Live reports of a practice that this target has not taken yet.</summary>
    public IReadOnlyList<PendingReport> Pending(string practice, string target) => database.Read<IReadOnlyList<PendingReport>>(connection =>
        [.. connection.Query<PendingReport>(
            "SELECT id, version, identifier, body FROM report WHERE live = 1 AND practice = @practice AND submitted IS DISTINCT FROM @target ORDER BY identifier",
            new { practice, target })]);

    /// <param name="target">Null when the target did not take it.</param>
    /// <param name="outcome">What the target said.</param>
    public void Submitted(PendingReport report, string? target, string outcome) => database.Transact((connection, transaction) =>
        connection.Execute(
            "UPDATE report SET submitted = @target, submission = @outcome WHERE id = @Id AND version = @Version",
            new { report.Id, report.Version, target, outcome }, transaction) == 1);
}

internal sealed record LiveVersion(long Version, string Content);

internal sealed record PendingReport(string Id, long Version, string Identifier, string Body);
