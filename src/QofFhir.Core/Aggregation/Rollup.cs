namespace QofFhir.Core.Aggregation;

/// <summary>One indicator over many practices: sums of counts, never averages of percentages, and how the practices spread.</summary>
/// <param name="Expected">Practices that belong to it on the day.</param>
/// <param name="Reporting">Practices with a live report.</param>
/// <param name="Counts">Added up.</param>
/// <param name="Achievements">How the practices' net achievement spreads, from 0 to 1; null where no practice has a denominator.</param>
/// <param name="Dispersion">How much more practices differ than chance makes them; null where that cannot be told.</param>
public sealed record Rollup(int Expected, int Reporting, ReportedCounts Counts, Spread? Achievements, double? Dispersion)
{
    /// <param name="expected">ODS codes; reports of other practices are left aside.</param>
    /// <param name="reports">At most one a practice.</param>
    /// <exception cref="ArgumentException">A practice has two reports: one of them is not live.</exception>
    public static Rollup Of(IReadOnlySet<string> expected, IEnumerable<PracticeReport> reports)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var counted = reports.Where(r => expected.Contains(r.Practice)).ToDictionary(r => r.Practice, r => r.Counts, StringComparer.Ordinal);
        Proportion[] achieved = [.. counted.Values.Select(c => c.Achievement)];
        return new Rollup(
            expected.Count,
            counted.Count,
            ReportedCounts.Sum(counted.Values),
            Spread.Of(achieved.Select(a => a.Share).OfType<double>()),
            FunnelLimits.Dispersion(achieved));
    }
}
