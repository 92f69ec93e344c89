using QofFhir.Core.Aggregation;
using QofFhir.Core.Improvement.Charts;

namespace QofFhir.Tests.Core.Improvement.Charts;

/// <summary>Series for charts, a month a point from January 2019.</summary>
internal static class Monthly
{
    public static IReadOnlyList<SeriesPoint> Of(params (long Numerator, long Denominator)?[] counts) =>
        [.. counts.Select((c, i) => new SeriesPoint(Month(i), c is var (n, d) ? new Proportion(n, d) : null))];

    /// <summary>Values in thousandths.</summary>
    public static IReadOnlyList<SeriesPoint> Thousandths(params int?[] values) => Of([.. values.Select(v => v is { } n ? ((long, long)?)(n, 1000) : null)]);

    public static IReadOnlyList<SeriesPoint> Of(long denominator, params int[] numerators) => Of([.. numerators.Select(n => ((long, long)?)(n, denominator))]);

    public static DateOnly Month(int place) => new DateOnly(2019, 1, 1).AddMonths(place);

    /// <summary>Rule, direction, places of the first and last month, and how many points.</summary>
    public static IEnumerable<string> Told(ProgressChart chart) => chart.Signals.Select(s =>
        $"{s.Rule} {s.Towards} {Place(s.First)}-{Place(s.Last)} {s.Points}");

    private static int Place(DateOnly month) => ((month.Year - 2019) * 12) + month.Month - 1;
}
