using QofFhir.Core.Achievement;
using QofFhir.Core.Aggregation;
using QofFhir.Core.Rules;

namespace QofFhir.Service.Rollups;

/// <summary>The names that CQRS counts exclusions and adjustments by. Reports are kept with those that decided; the rest of the indicator's are 0.</summary>
internal static class OutcomeLabels
{
    public const string Stratum = "outcome-label";

    /// <summary>In the order of the rules.</summary>
    public static IReadOnlyList<string> Of(Framework framework, FrameworkIndicator indicator) =>
        indicator.Rule is { } rule && framework.Plan.Indicators[rule] is IndicatorRule.Fraction fraction
            ? [.. fraction.Rows.Select(r => r.Label).OfType<string>().Distinct(StringComparer.Ordinal)]
            : [];

    /// <summary>A count for each label; none where the report has exclusions or adjustments and names no label.</summary>
    public static IEnumerable<ReportedGroup> Counts(PracticeReport report, IReadOnlyList<string> labels) => Whole(report.Groups, report.Counts, labels);

    /// <summary>The same of a roll-up, with its other groups.</summary>
    public static Rollup Whole(Rollup rollup, IReadOnlyList<string> labels) => rollup with
    {
        Groups = [.. Whole(rollup.Groups, rollup.Counts, labels), .. rollup.Groups.Where(g => g.Stratum != Stratum)],
    };

    private static IEnumerable<ReportedGroup> Whole(IReadOnlyList<ReportedGroup> groups, ReportedCounts whole, IReadOnlyList<string> labels)
    {
        var told = groups.Where(g => g.Stratum == Stratum).ToDictionary(g => g.Group, StringComparer.Ordinal);
        return told.Count == 0 && whole.Exclusions + whole.Adjusted > 0
            ? []
            : labels.Union(told.Keys).Select(l => told.GetValueOrDefault(l) ?? new ReportedGroup(Stratum, l, ReportedCounts.None));
    }
}
