using System.Globalization;
using Dapper;
using QofFhir.Core.Aggregation;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Payments;
using QofFhir.Service.Practices;
using QofFhir.Service.Rollups;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Payments;

/// <summary>Reads what practices are paid by out of the collected reports.</summary>
internal sealed class FiguresReader(IDatabase database, CollectedReader collected, KnownFrameworks frameworks)
{
    /// <summary>By practice; those without any live report of the date are not there.</summary>
    /// <param name="attested">Attested indicators of the framework.</param>
    /// <param name="practice">Null: all.</param>
    public IReadOnlyDictionary<string, PracticeFigures> Read(string framework, DateOnly on, PaymentYear year, IReadOnlyCollection<string> attested, string? practice = null)
    {
        var reports = collected.Reports(framework, on, null, practice is null ? null : new HashSet<string>(StringComparer.Ordinal) { practice }, withParts: false);
        var lists = year.ListDay is { Value: var day } && day != on ? Lists(framework, day, practice) : [];
        var said = Attested(attested, on, practice);
        return reports.GroupBy(r => r.Practice, StringComparer.Ordinal).ToDictionary(
            g => g.Key,
            g => new PracticeFigures(g.Key, g.ToDictionary(r => r.Indicator, StringComparer.Ordinal))
            {
                ListOnDay = lists.GetValueOrDefault(g.Key),
                Attested = said[g.Key].ToDictionary(s => s.Indicator, s => s.Declared, StringComparer.Ordinal),
            },
            StringComparer.Ordinal);
    }

    /// <summary>Counts of all live reports of a date, by indicator, as the database adds them up.</summary>
    public IReadOnlyDictionary<string, ReportedCounts> Sums(string framework, DateOnly on) => database.Read(connection => connection.Query<SumRow>(
        """
        SELECT indicator AS Indicator, CAST(SUM(population) AS BIGINT) AS Population, CAST(SUM(COALESCE(exclusions, 0)) AS BIGINT) AS Exclusions,
            CAST(SUM(COALESCE(adjusted, 0)) AS BIGINT) AS Adjusted, CAST(SUM(COALESCE(numerator, 0)) AS BIGINT) AS Numerator
        FROM collected WHERE framework = @framework AND achieved = @on AND population IS NOT NULL GROUP BY indicator
        """,
        new { framework, on = Day(on) }).ToDictionary(s => s.Indicator, s => new ReportedCounts(s.Population, s.Exclusions, s.Adjusted, s.Numerator), StringComparer.Ordinal));

    /// <summary>List sizes of another day, where the reports of that day agree on them.</summary>
    private Dictionary<string, ListCount> Lists(string framework, DateOnly on, string? practice) => database.Read(connection => connection.Query<(string Practice, long Size)>(
        "SELECT practice, MAX(list_size) FROM collected WHERE framework = @framework AND achieved = @on AND list_size IS NOT NULL" + Only(practice)
            + " GROUP BY practice HAVING MIN(list_size) = MAX(list_size)",
        new { framework, on = Day(on), practice }).Where(l => l.Size <= int.MaxValue).ToDictionary(l => l.Practice, l => new ListCount((int)l.Size, on), StringComparer.Ordinal));

    /// <summary>The latest word of each module's completion, of the same service year and until the achievement date.</summary>
    private ILookup<string, (string Indicator, bool Declared)> Attested(IReadOnlyCollection<string> attested, DateOnly on, string? practice)
    {
        string[] completions = attested.Count == 0 ? [] : [.. frameworks.Completions(attested)];
        if (completions.Length == 0)
        {
            return Array.Empty<(string, string, bool)>().ToLookup(a => a.Item1, a => (a.Item2, a.Item3), StringComparer.Ordinal);
        }

        return database.Read(connection =>
        {
            var values = new DynamicParameters(new { starts = Day(ServiceDates.Year(on).PaymentPeriodStart), on = Day(on), practice });
            var sql = "SELECT practice, indicator, numerator FROM collected WHERE starts = @starts AND achieved <= @on AND numerator IS NOT NULL" + Only(practice)
                + $" AND {Among.Sql("framework", completions, values)} AND {Among.Sql("indicator", attested, values)} ORDER BY achieved DESC, computed DESC, id";
            return connection.Query<(string Practice, string Indicator, long Numerator)>(sql, values).DistinctBy(a => (a.Practice, a.Indicator))
                .ToLookup(a => a.Practice, a => (a.Indicator, a.Numerator > 0), StringComparer.Ordinal);
        });
    }

    private static string Only(string? practice) => practice is null ? "" : " AND practice = @practice";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class SumRow
    {
        public string Indicator { get; init; } = "";

        public long Population { get; init; }

        public long Exclusions { get; init; }

        public long Adjusted { get; init; }

        public long Numerator { get; init; }
    }
}
