using System.Data.Common;
using Dapper;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Collection;

/// <summary>What senders told about where versions come from. Where they told nothing, the version itself knows who sent it when.</summary>
internal sealed class ProvenanceStore(IDatabase database)
{
    /// <summary>In the transaction of the reports. Told again of the same version it is there already.</summary>
    public static void Add(IEnumerable<(Submission Submission, Taken[] Fates)> submissions, DbConnection connection, DbTransaction transaction)
    {
        foreach (var (submission, fates) in submissions.Where(s => s.Submission.Provenances.Count > 0))
        {
            var versions = submission.Reports.Zip(fates).Where(f => f.Second.Fate is Fate.Created or Fate.Replaced or Fate.Unchanged)

                .GroupBy(f => f.First.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(f => f.Second.Version), StringComparer.Ordinal);
            foreach (var provenance in submission.Provenances)
            {
                connection.Execute(
                    """
                    INSERT INTO provenance (id, report, version, received, submission, body) VALUES (@id, @report, @version, @received, @submission, @body)
                    ON CONFLICT (id) DO NOTHING
                    """,
                    provenance.Reports.Where(versions.ContainsKey).Select(report => new
                    {
                        id = Id(provenance.Digest, report, versions[report]),
                        report,
                        version = versions[report],
                        received = submission.Received,
                        submission = submission.Id,
                        body = provenance.Body,
                    }),
                    transaction);
            }
        }
    }

    public ToldProvenance? Find(string id) => database.Read(connection => connection.QuerySingleOrDefault<ToldProvenance>(
        "SELECT id, report, version, received, body FROM provenance WHERE id = @id", new { id }));

    /// <param name="version">Null: of all versions.</param>
    public IReadOnlyList<ToldProvenance> Of(string report, long? version) => database.Read<IReadOnlyList<ToldProvenance>>(connection =>
        [.. connection.Query<ToldProvenance>(
            "SELECT id, report, version, received, body FROM provenance WHERE report = @report AND version = COALESCE(@version, version) ORDER BY version DESC, id",
            new { report, version })]);

    /// <summary>The same text about the same version has the same id.</summary>
    private static string Id(string digest, string report, long version) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{digest} {report} {version}")).AsSpan(0, 16));
}

/// <param name="Report">Id of the report.</param>
/// <param name="Body">Packed.</param>
internal sealed record ToldProvenance(string Id, string Report, long Version, string Received, byte[] Body);
