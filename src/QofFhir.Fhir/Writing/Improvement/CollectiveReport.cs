using QofFhir.Core.Achievement;
using QofFhir.Core.Aggregation;
using QofFhir.Core.Disclosure;
using QofFhir.Core.Improvement;
using QofFhir.Core.Improvement.Networks;
using QofFhir.Fhir.Writing.Rollups;

namespace QofFhir.Fhir.Writing.Improvement;

/// <summary>A network's progress in a measure as a report for others, of which only rounded counts are known.</summary>
public static class CollectiveReport
{
    /// <param name="chance">See <see cref="Release.Of"/>.</param>
    /// <param name="yearStart">1 April of the service year.</param>
    /// <param name="on">The day that the report is of.</param>
    /// <returns>For <see cref="RollupReportWriter"/>; null where nothing is counted, and where a count may not be shown, as for every other release.</returns>
    public static RollupReport? Of(
        ImprovementModule module, NetworkProgress progress, string measure, DisclosurePolicy policy, Func<bool> chance, Organisation network, DateOnly yearStart, DateOnly on, bool sample = false)
    {
        ArgumentNullException.ThrowIfNull(progress);
        if (PlanCheck.MeasuresOf(module).FirstOrDefault(m => m.Id == measure) is not { } indicator || progress.Collective(measure, policy, chance) is not { Whole: true } released)
        {
            return null;
        }

        var rules = progress.Measures.Single(m => m.Measure == measure).Practices.Where(p => p.Now is { Denominator: > 0 })
            .CountBy(p => p.Now!.Rules).OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal);
        var shown = new ReportedCounts(released.Population.Shown!.Value, 0, 0, released.Numerator.Shown!.Value);
        return new RollupReport(
            network, module.Measures!.Id, measure, indicator.Title, IndicatorKind.Fraction, MeasureIdentity.Of(module.Measures, indicator).VersionedUrl,
            yearStart, yearStart.AddYears(1).AddDays(-1), on, null, new Rollup(0, 0, shown, null, null), [.. rules.Select(r => (r.Key, r.Value))], sample || module.Measures.SampleCodes)
        {
            Rounded = true,
        };
    }
}
