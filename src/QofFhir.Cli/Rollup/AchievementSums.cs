using QofFhir.Core.Aggregation;
using QofFhir.Publication.Practices;

namespace QofFhir.Cli.Rollup;

/// <summary>Achievement by practice and indicator, and then added up by organisation.</summary>
internal sealed class AchievementSums
{
    private readonly Dictionary<(string Practice, string Indicator), long?[]> _practices = [];

    /// <returns>False when the practice had this number of this indicator before: it is not counted twice.</returns>
    public bool Add(AchievementRow row)
    {
        if (row.Measure == AchievementMeasure.AchievedPoints)
        {
            return true;
        }

        if (!_practices.TryGetValue((row.Practice, row.Indicator), out var numbers))
        {
            _practices[(row.Practice, row.Indicator)] = numbers = new long?[4];
        }

        var free = numbers[(int)row.Measure] is null;
        numbers[(int)row.Measure] ??= (long)row.Value;
        return free;
    }

    /// <summary>The practices with an indicator that has a numerator or a denominator without the other, or a numerator larger than the denominator: they cannot be added up.</summary>
    public IEnumerable<(string Practice, string Indicator)> Odd => _practices.Where(p => IsOdd(p.Value)).Select(p => p.Key).Order();

    /// <summary>The practices' counts of each indicator that has a denominator and is not odd.</summary>
    public IEnumerable<(string Indicator, PracticeReport Report)> Reports => _practices
        .Where(p => !IsOdd(p.Value) && Number(p.Value, AchievementMeasure.Denominator) is not null)
        .Select(p => (p.Key.Indicator, new PracticeReport(p.Key.Practice, Counts(p.Value))));

    /// <summary>By organisation and indicator, in order; registers alone have no achievement and stand in prevalence.</summary>
    public IEnumerable<(string Organisation, string Indicator, QofFhir.Core.Aggregation.Rollup Rollup)> All(Func<string, IReadOnlyList<string>> organisations)
    {
        var reports = Reports.SelectMany(r => organisations(r.Report.Practice).Select(o => (Organisation: o, r.Indicator, r.Report)))
            .GroupBy(r => (r.Organisation, r.Indicator), r => r.Report);
        foreach (var group in reports.OrderBy(g => g.Key.Organisation, StringComparer.Ordinal).ThenBy(g => g.Key.Indicator, StringComparer.Ordinal))
        {
            yield return (group.Key.Organisation, group.Key.Indicator, QofFhir.Core.Aggregation.Rollup.Of(group.Select(r => r.Practice).ToHashSet(StringComparer.Ordinal), group));
        }
    }

    private static bool IsOdd(long?[] numbers) => (Number(numbers, AchievementMeasure.Numerator), Number(numbers, AchievementMeasure.Denominator)) switch
    {
        (null, null or 0) => false,
        ({ } numerator, { } denominator) => numerator > denominator,
        _ => true,
    };

    /// <summary>Published denominators are net, and exclusions are not published: the population starts after them.</summary>
    private static ReportedCounts Counts(long?[] numbers)
    {
        var pcas = Number(numbers, AchievementMeasure.Pcas) ?? 0;
        return new ReportedCounts(Number(numbers, AchievementMeasure.Denominator)!.Value + pcas, 0, pcas, Number(numbers, AchievementMeasure.Numerator) ?? 0);
    }

    private static long? Number(long?[] numbers, AchievementMeasure measure) => numbers[(int)measure];
}
