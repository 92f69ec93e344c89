using QofFhir.Core.Achievement;

namespace QofFhir.Core.Aggregation;

/// <summary>One indicator over many practices: sums of counts, never averages of percentages, and how the practices spread.</summary>
/// <param name="Expected">Practices that belong to it on the day.</param>
/// <param name="Reporting">Practices with a live report.</param>
/// <param name="Counts">Added up.</param>
/// <param name="Achievements">How the practices' net achievement spreads, from 0 to 1; null where no practice has a denominator.</param>
/// <param name="Dispersion">How much more practices differ than chance makes them; null where that cannot be told.</param>
public sealed record Rollup(int Expected, int Reporting, ReportedCounts Counts, Spread? Achievements, double? Dispersion)
{
    private const string Least = "5";
    private const string Most = "1";

    /// <summary>The population among the lists of the practices that told the size of theirs; null where none did.</summary>
    public Proportion? Prevalence { get; init; }

    /// <summary>How many practices told the size of their list.</summary>
    public int ListsKnown { get; init; }

    /// <summary>The counts by group of patients, in the order of stratum and group as first met; not every practice may have told them.</summary>
    public IReadOnlyList<ReportedGroup> Groups { get; init; } = [];

    /// <summary>Adjustments by reason and month, by month; those without month last.</summary>
    public IReadOnlyList<AdjustedInMonth> Months { get; init; } = [];

    /// <summary>How much more is achieved among the least deprived fifth of patients than among the most deprived; null where no practice told.</summary>
    public DeprivationGap? DeprivationGap { get; init; }

    /// <param name="expected">ODS codes; reports of other practices are left aside.</param>
    /// <param name="reports">At most one a practice.</param>
    /// <exception cref="ArgumentException">A practice has two reports: one of them is not live.</exception>
    public static Rollup Of(IReadOnlySet<string> expected, IEnumerable<PracticeReport> reports)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var counted = reports.Where(r => expected.Contains(r.Practice)).ToDictionary(r => r.Practice, StringComparer.Ordinal).Values;
        Proportion[] achieved = [.. counted.Select(r => r.Counts.Achievement)];
        PracticeReport[] listed = [.. counted.Where(r => r.ListSize is not null)];
        ReportedGroup[] groups =
        [
            .. counted.SelectMany(r => r.Groups).GroupBy(g => (g.Stratum, g.Group))
                .Select(g => new ReportedGroup(g.Key.Stratum, g.Key.Group, ReportedCounts.Sum(g.Select(o => o.Counts))))
        ];
        return new Rollup(
            expected.Count,
            counted.Count,
            ReportedCounts.Sum(counted.Select(r => r.Counts)),
            Spread.Of(achieved.Select(a => a.Share).OfType<double>()),
            FunnelLimits.Dispersion(achieved))
        {
            Prevalence = listed.Length == 0 ? null : new Proportion(listed.Sum(r => r.Counts.Population), listed.Sum(r => r.ListSize!.Value)),
            ListsKnown = listed.Length,
            Groups = groups,
            Months = InMonths(counted.SelectMany(r => r.Months)),
            DeprivationGap = Gap(groups),
        };
    }

    private static IReadOnlyList<AdjustedInMonth> InMonths(IEnumerable<AdjustedInMonth> months) =>
    [
        .. months.GroupBy(m => (m.Reason, m.Month)).Select(g => new AdjustedInMonth(g.Key.Reason, g.Key.Month, g.Sum(m => m.Count)))
            .OrderBy(m => m.Month is null).ThenBy(m => m.Month).ThenBy(m => m.Reason)
    ];

    private static DeprivationGap? Gap(IEnumerable<ReportedGroup> groups)
    {
        var quintiles = groups.Where(g => g.Stratum == DeprivationGap.Stratum).ToDictionary(g => g.Group, g => g.Counts.Achievement, StringComparer.Ordinal);
        return quintiles.Count == 0 ? null : DeprivationGap.Between(quintiles.GetValueOrDefault(Least), quintiles.GetValueOrDefault(Most));
    }
}
