using System.Data.Common;
using System.Globalization;
using System.Text;
using Dapper;
using QofFhir.Fhir.Writing;
using QofFhir.Service.Access;
using QofFhir.Service.Reports;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Collection;

/// <summary>Reads what was collected. What may not be read is as if it were not there.</summary>
internal sealed class CollectedReports(IDatabase database)
{
    /// <summary>The columns that a search for reports looks at. A service year begins and ends in London's summer time, so its moments are those of 23:00 UTC.</summary>
    private const string Searched =
        """
        SELECT id, version, identifier, measure, 'Organization/' || practice AS reporter, status, 'summary' AS type, computed, practice, achieved,
          substr(starts, 1, 4) || '-03-31T23:00:00Z' AS starts, ends || 'T23:00:00Z' AS ends, CAST(NULL AS TEXT) AS subject
        FROM collected
        """;

    private const string Version =
        """
        SELECT v.id, v.version, v.received, v.client, v.body, c.practice, c.achieved FROM collected_version v JOIN collected c ON c.id = v.id
        """;

    /// <param name="version">Null: the live one.</param>
    public CollectedVersion? Find(string id, long? version, ReadableReports readable) => database.Read(connection =>
    {
        var found = connection.QuerySingleOrDefault<CollectedVersion>($"{Version} WHERE v.id = @id AND v.version = COALESCE(@version, c.version)", new { id, version });
        return found is not null && readable.Includes(found.Practice, found.AchievementDate) ? found : null;
    });

    /// <summary>All versions, the live one first; none of what may not be read.</summary>
    public IReadOnlyList<CollectedVersion> History(string id, ReadableReports readable) => database.Read<IReadOnlyList<CollectedVersion>>(connection =>
        [.. connection.Query<CollectedVersion>($"{Version} WHERE v.id = @id ORDER BY v.version DESC", new { id }).Where(v => readable.Includes(v.Practice, v.AchievementDate))]);

    public ReportPage Search(ReportQuery query, ReadableReports readable) => database.Read(connection =>
    {
        var where = string.Concat(query.Conditions.Append(Readable(readable, query, connection)).Select((c, i) => $"{(i == 0 ? "WHERE" : " AND")} ({c})"));
        var total = connection.ExecuteScalar<int>($"SELECT COUNT(*) FROM ({Searched}) c {where}", query.Values);
        query.Values.Add("count", query.Count);
        query.Values.Add("offset", query.Offset);
        var found = connection.Query<CollectedVersion>(
            $"""
            SELECT v.id, v.version, v.received, v.client, v.body, p.practice, p.achieved
            FROM (SELECT id, version, practice, achieved, starts, identifier FROM ({Searched}) c {where} ORDER BY starts DESC, identifier, id LIMIT @count OFFSET @offset) p
            JOIN collected_version v ON v.id = p.id AND v.version = p.version
            ORDER BY p.starts DESC, p.identifier, p.id
            """,
            query.Values);
        return new ReportPage(total, [.. found.Select(v => (v.Id, v.Json()))]);
    });

    private static string Readable(ReadableReports readable, ReportQuery query, DbConnection connection)
    {
        if (readable.All)
        {
            return "1 = 1";
        }

        // There are few achievement dates: one a month.
        var days = connection.Query<string>("SELECT DISTINCT achieved FROM collected").ToArray();
        var allowed = new List<string>();
        foreach (var day in days)
        {
            // Spelt out, for the two databases take a list in different words; an ODS code is letters and digits.
            var practices = readable.On(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)).Where(Readers.IsOds).Select(p => $"'{p}'").ToArray();
            if (practices.Length > 0)
            {
                query.Values.Add($"day{allowed.Count}", day);
                allowed.Add($"(achieved = @day{allowed.Count} AND practice IN ({string.Join(", ", practices)}))");
            }
        }

        return allowed.Count == 0 ? "1 = 0" : string.Join(" OR ", allowed);
    }
}

/// <summary>A version of a report that was live once, or is.</summary>
/// <param name="Body">Packed.</param>
internal sealed record CollectedVersion(string Id, long Version, string Received, string Client, byte[] Body, string Practice, string Achieved)
{
    public DateOnly AchievementDate => DateOnly.ParseExact(Achieved, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public DateTimeOffset ReceivedAt => DateTimeOffset.Parse(Received, CultureInfo.InvariantCulture);

    /// <summary>As it is given back: under its id here, with its version.</summary>
    public string Json()
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        StoredResourceWriter.Write(output, Packed.Unpack(Body), Id, Version, ReceivedAt);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
