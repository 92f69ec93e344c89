using System.Data.Common;
using Dapper;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Collection;

/// <summary>Writes submissions: of each identity the report that comes last in the order of moment computed, version of the measure, content; in whichever order and however often they come.</summary>
internal sealed class CollectedStore(IDatabase database)
{
    /// <summary>Rows of one statement: well within what either database takes.</summary>
    private const int Most = 100;

    private static readonly string Columns = string.Join(", ", CollectedRow.Columns);

    /// <summary>Everything but the identity follows the newer report.</summary>
    private static readonly string Follow = string.Join(", ", CollectedRow.Columns.Skip(2).Select(c => $"{c} = excluded.{c}"));

    private static readonly string[] VersionColumns = ["id", "version", "computed", "received", "client", "submission", "body"];

    /// <summary>All of them or none.</summary>
    /// <returns>The fates of each submission's reports, in their order.</returns>
    public IReadOnlyList<IReadOnlyList<Taken>> Write(IReadOnlyList<Submission> submissions)
    {
        var attempt = 0;
        return database.Write((connection, transaction) =>
        {
            // A transaction whose end was not heard of may have been kept: what it wrote is found to be ours.
            var again = attempt++ > 0;
            var fates = submissions.Select(s => new Taken[s.Reports.Count]).ToArray();
            foreach (var wave in Waves(submissions))
            {
                Wave(wave, fates, again, connection, transaction);
            }

            if (again)
            {
                SubmissionStore.Forget(submissions, connection, transaction);
            }

            SubmissionStore.Add(database, submissions.Zip(fates), connection, transaction);
            ProvenanceStore.Add(submissions.Zip(fates), connection, transaction);
            return fates;
        });
    }

    /// <summary>No identity twice in a wave; in the order of their ids, so that nobody waits for one who waits for him.</summary>
    private static IEnumerable<List<Arrival>> Waves(IReadOnlyList<Submission> submissions)
    {
        var left = submissions.SelectMany((s, i) => s.Reports.Select((r, j) => new Arrival(s, r, i, j))).OrderBy(a => a.Report.Id, StringComparer.Ordinal).ToList();
        while (left.Count > 0)
        {
            var wave = left.DistinctBy(a => a.Report.Id, StringComparer.Ordinal).ToList();
            yield return wave;
            left = wave.Count == left.Count ? [] : [.. left.Except(wave)];
        }
    }

    private void Wave(List<Arrival> wave, Taken[][] fates, bool again, DbConnection connection, DbTransaction transaction)
    {
        var mismatched = Mismatched(wave, fates, connection, transaction);
        var arrivals = mismatched ? wave.Where(a => fates[a.Submission][a.Place] is null).ToList() : wave;
        var written = arrivals.Chunk(Most).SelectMany(chunk => Upsert(chunk, connection, transaction)).ToDictionary(r => r.Id, r => r.Version, StringComparer.Ordinal);
        foreach (var arrival in arrivals.Where(a => written.ContainsKey(a.Report.Id)))
        {
            var version = written[arrival.Report.Id];
            fates[arrival.Submission][arrival.Place] = new Taken(version == 1 ? Fate.Created : Fate.Replaced, version, arrival.Report.Computed, arrival.By.Received);
        }

        var changed = arrivals.Where(a => written.ContainsKey(a.Report.Id)).ToList();
        database.Append("collected_version", VersionColumns, changed.Select(a => new object?[]
        {
            a.Report.Id, written[a.Report.Id], a.Report.Computed, a.By.Received, a.By.By.Client, a.By.Id, a.Report.Body,
        }), connection, transaction);
        Parts(changed, written, connection, transaction);
        Held([.. arrivals.Where(a => !written.ContainsKey(a.Report.Id))], fates, again, connection, transaction);
    }

    private static List<(string Id, long Version)> Upsert(Arrival[] arrivals, DbConnection connection, DbTransaction transaction)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        var values = new System.Text.StringBuilder();
        var number = 0;
        foreach (var arrival in arrivals)
        {
            values.Append(values.Length == 0 ? "(1" : ", (1");
            foreach (var value in CollectedRow.Of(arrival.Report, arrival.By))
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = ($"@p{number++}", value ?? DBNull.Value);
                command.Parameters.Add(parameter);
                values.Append(", ").Append(parameter.ParameterName);
            }

            values.Append(')');
        }

        command.CommandText =
            $"""
            INSERT INTO collected (version, {Columns}) VALUES {values}
            ON CONFLICT (id) DO UPDATE SET version = collected.version + 1, {Follow}
            WHERE excluded.content <> collected.content
              AND (excluded.computed, excluded.edition, excluded.content) > (collected.computed, collected.edition, collected.content)
            RETURNING id, version
            """;
        var written = new List<(string, long)>(arrivals.Length);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            written.Add((rows.GetString(0), rows.GetInt64(1)));
        }

        return written;
    }

    /// <summary>Groups and months of what changed take the place of those before.</summary>
    private void Parts(List<Arrival> changed, Dictionary<string, long> written, DbConnection connection, DbTransaction transaction)
    {
        foreach (var replaced in changed.Where(a => written[a.Report.Id] > 1).Select(a => a.Report.Id).Chunk(Most))
        {
            var ids = new DynamicParameters();
            connection.Execute($"DELETE FROM collected_parts WHERE {Among.Sql("id", replaced, ids)}", ids, transaction);
        }

        var parts = changed.Select(a => new object?[] { a.Report.Id, CollectedRow.Parts(a.Report.Report) }).Where(p => p[1] is not null).ToList();
        if (parts.Count > 0)
        {
            database.Append("collected_parts", ["id", "parts"], parts, connection, transaction);
        }
    }

    /// <summary>What was not written: the live report says the same, or comes after it.</summary>
    private static void Held(List<Arrival> arrivals, Taken[][] fates, bool again, DbConnection connection, DbTransaction transaction)
    {
        foreach (var chunk in arrivals.Chunk(Most))
        {
            var ids = new DynamicParameters();
            var held = connection.Query<HeldReport>(
                $"SELECT id, version, computed, received, content, submission FROM collected WHERE {Among.Sql("id", chunk.Select(a => a.Report.Id), ids)}", ids, transaction)
                .ToDictionary(h => h.Id, StringComparer.Ordinal);
            foreach (var arrival in chunk)
            {
                var (live, report) = (held[arrival.Report.Id], arrival.Report);
                var same = live.Content == report.Report.Digest;
                var later = same && string.CompareOrdinal(report.Computed, live.Computed) > 0;
                if (later)
                {
                    // Remembered, so that what lies between the two moments does not come after it.
                    connection.Execute("UPDATE collected SET computed = @Computed WHERE id = @Id", new { report.Id, report.Computed }, transaction);
                }

                fates[arrival.Submission][arrival.Place] = new Taken(
                    !same ? Fate.Older : again && live.Submission == arrival.By.Id ? (live.Version == 1 ? Fate.Created : Fate.Replaced) : Fate.Unchanged,
                    live.Version, later ? report.Computed : live.Computed, live.Received);
            }
        }
    }

    /// <summary>Those who replace a version that they name, and name the wrong one.</summary>
    private static bool Mismatched(List<Arrival> wave, Taken[][] fates, DbConnection connection, DbTransaction transaction)
    {
        var any = false;
        foreach (var arrival in wave.Where(a => a.Report.IfVersion is not null))
        {
            // Held from here to the end of the transaction, on either database.
            connection.Execute("UPDATE collected SET version = version WHERE id = @Id", new { arrival.Report.Id }, transaction);
            var live = connection.QuerySingleOrDefault<HeldReport>(
                "SELECT id, version, computed, received, content, submission FROM collected WHERE id = @Id", new { arrival.Report.Id }, transaction);
            if (live?.Version != arrival.Report.IfVersion)
            {
                fates[arrival.Submission][arrival.Place] = new Taken(Fate.Mismatched, live?.Version ?? 0, live?.Computed ?? "", live?.Received ?? "");
                any = true;
            }
        }

        return any;
    }

    private sealed record Arrival(Submission By, Incoming Report, int Submission, int Place);

    private sealed record HeldReport(string Id, long Version, string Computed, string Received, string Content, string Submission);
}
