using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Dapper;
using QofFhir.Core.Aggregation;
using QofFhir.Core.Rules;
using QofFhir.Fhir.Writing;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Rollups;

/// <summary>Reads live reports to be added up. Nothing is kept between requests.</summary>
internal sealed class CollectedReader(IDatabase database)
{
    /// <summary>More practices than these are found faster by reading all.</summary>
    private const int MostNamed = 400;

    private const string Columns =
        "practice, indicator, measure, computed, sample, population, exclusions, adjusted, numerator, unsuitable, chose_not_to, did_not_respond, not_available, newly_diagnosed, newly_registered, list_size, points";

    private static readonly AdjustmentReason[] Reasons =
    [
        AdjustmentReason.Unsuitable, AdjustmentReason.PatientChoseNotTo, AdjustmentReason.DidNotRespond, AdjustmentReason.ServiceNotAvailable, AdjustmentReason.NewlyDiagnosed,
        AdjustmentReason.NewlyRegistered,
    ];

    private static readonly Dictionary<string, AdjustmentReason> ReasonNames = Reasons.ToDictionary(CodeNames.Of, StringComparer.Ordinal);

    /// <summary>The latest achievement date that has reports; null where there are none.</summary>
    public DateOnly? Latest(string framework) => database.Read<DateOnly?>(connection =>
        connection.ExecuteScalar<string?>("SELECT MAX(achieved) FROM collected WHERE framework = @framework", new { framework }) is { } day ? Day(day) : null);

    /// <summary>The achievement dates that have reports of an indicator, from the first.</summary>
    public IReadOnlyList<DateOnly> Dates(string framework, string indicator) => database.Read<IReadOnlyList<DateOnly>>(connection =>
        [.. connection.Query<string>("SELECT DISTINCT achieved FROM collected WHERE framework = @framework AND indicator = @indicator ORDER BY achieved", new { framework, indicator }).Select(Day)]);

    /// <summary>Whether any framework has reports of this name.</summary>
    public bool Has(string framework) => database.Read(connection =>
        connection.ExecuteScalar<int>("SELECT COUNT(*) FROM (SELECT 1 FROM collected WHERE framework = @framework LIMIT 1) AS one", new { framework }) > 0);

    /// <summary>Reports of one achievement date.</summary>
    /// <param name="indicator">Null: all of the framework.</param>
    /// <param name="practices">Whose reports are wanted; others may come too. Null: everybody's.</param>
    /// <param name="withParts">Groups and months too: only of one indicator or of few practices, because they are long.</param>
    public IReadOnlyList<CollectedReport> Reports(string framework, DateOnly on, string? indicator, IReadOnlySet<string>? practices, bool withParts)
    {
        if (practices is { Count: 0 })
        {
            return [];
        }

        if (indicator is not null || practices is { Count: <= MostNamed })
        {
            return Reports(framework, on, indicator, practices, withParts, "");
        }

        // A nation's are read in halves side by side: ids are digests, so as many begin below 8 as above.
        List<CollectedReport>[] halves = [.. new[] { " AND collected.id < '8'", " AND collected.id >= '8'" }.AsParallel().AsOrdered().Select(h => Reports(framework, on, indicator, practices, withParts, h))];
        halves[0].AddRange(halves[1]);
        return halves[0];
    }

    private List<CollectedReport> Reports(string framework, DateOnly on, string? indicator, IReadOnlySet<string>? practices, bool withParts, string half) => database.Read<List<CollectedReport>>(connection =>
    {
        var named = practices is { Count: <= MostNamed };
        using var command = connection.CreateCommand();
        command.CommandText = withParts
            ? $"SELECT {Columns}, parts FROM collected LEFT JOIN collected_parts ON collected_parts.id = collected.id WHERE"
            : $"SELECT {Columns} FROM collected WHERE";
        command.CommandText += " framework = @framework AND achieved = @on"
            + (indicator is null ? "" : " AND indicator = @indicator") + half
            + (named ? $" AND practice IN ({string.Join(", ", practices!.Select((_, i) => $"@p{i}"))})" : "");
        Add(command, "framework", framework);
        Add(command, "on", Day(on));
        Add(command, "indicator", indicator);
        if (named)
        {
            foreach (var (i, practice) in practices!.Index())
            {
                Add(command, $"p{i}", practice);
            }
        }

        using var row = command.ExecuteReader();
        var (found, words) = (new List<CollectedReport>(), new Dictionary<string, string>(StringComparer.Ordinal));
        while (row.Read())
        {
            found.Add(Report(row, withParts, words));
        }

        return found;
    });

    /// <summary>The same words come in many rows: each is kept once.</summary>
    private static CollectedReport Report(DbDataReader row, bool withParts, Dictionary<string, string> words)
    {
        var practice = Word(0);
        return new CollectedReport(practice, Word(1), Word(2), Computed(row.GetString(3)), row.GetInt64(4) != 0, row.IsDBNull(5) ? null : new PracticeReport(practice, Counts(row))
        {
            ListSize = row.IsDBNull(15) ? null : row.GetInt64(15),
            Groups = withParts && !row.IsDBNull(17) ? Groups(row.GetString(17), out var months) : Nothing(out months),
            Months = months,
        })
        {
            Points = row.IsDBNull(16) ? null : row.GetString(16),
        };

        string Word(int column)
        {
            var word = row.GetString(column);
            return words.TryGetValue(word, out var known) ? known : words[word] = word;
        }
    }

    private static ReportedCounts Counts(DbDataReader row)
    {
        var adjusted = Number(row, 7);
        if (adjusted == 0)
        {
            return new ReportedCounts(row.GetInt64(5), Number(row, 6), 0, Number(row, 8));
        }

        var reasons = new long[Reasons.Length];
        for (var i = 0; i < Reasons.Length; i++)
        {
            reasons[(int)Reasons[i]] = Number(row, 9 + i);
        }

        return new ReportedCounts(row.GetInt64(5), Number(row, 6), adjusted, Number(row, 8)) { Reasons = new ReasonDictionary(reasons) };
    }

    private static IReadOnlyList<ReportedGroup> Nothing(out IReadOnlyList<AdjustedInMonth> months)
    {
        months = [];
        return [];
    }

    private static IReadOnlyList<ReportedGroup> Groups(string text, out IReadOnlyList<AdjustedInMonth> months)
    {
        var parts = JsonSerializer.Deserialize<StoredParts>(text, JsonSerializerOptions.Web)!;
        months = [.. (parts.Months ?? []).Select(m => new AdjustedInMonth(ReasonNames[m.Reason], m.Month is { } month ? Day(month + "-01") : null, m.Count))];
        return [.. (parts.Groups ?? []).Select(g => new ReportedGroup(g.Stratum, g.Group, new ReportedCounts(g.Population, g.Exclusions, g.Adjusted, g.Numerator)))];
    }

    private static long Number(DbDataReader row, int column) => row.IsDBNull(column) ? 0 : row.GetInt64(column);

    private static void Add(DbCommand command, string name, string? value)
    {
        if (value is not null)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day of a moment as we write it; read by hand, since there are as many as reports.</summary>
    private static DateOnly Computed(ReadOnlySpan<char> moment) =>
        new(int.Parse(moment[..4], CultureInfo.InvariantCulture), int.Parse(moment[5..7], CultureInfo.InvariantCulture), int.Parse(moment[8..10], CultureInfo.InvariantCulture));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record StoredParts(IReadOnlyList<StoredGroup>? Groups, IReadOnlyList<StoredMonth>? Months);

    private sealed record StoredGroup(string Stratum, string Group, long Population, long Exclusions, long Adjusted, long Numerator);

    private sealed record StoredMonth(string Reason, string? Month, long Count);
}
