namespace QofFhir.Core.Aggregation;

/// <summary>One practice in a funnel plot.</summary>
/// <param name="Limits">Of practices of its size; with the dispersion of all.</param>
public sealed record FunnelPoint(string Practice, Proportion Achievement, FunnelLimits Limits)
{
    /// <summary>The practices that have a denominator, by code, around the share of all of them.</summary>
    public static IReadOnlyList<FunnelPoint> Of(IEnumerable<PracticeReport> reports, double dispersion)
    {
        (string Practice, Proportion Achievement)[] points = [.. reports.Select(r => (r.Practice, r.Counts.Achievement)).Where(p => p.Achievement.Denominator > 0).OrderBy(p => p.Practice, StringComparer.Ordinal)];
        if (points.Length == 0)
        {
            return [];
        }

        var target = (double)points.Sum(p => p.Achievement.Numerator) / points.Sum(p => p.Achievement.Denominator);
        var limits = points.Select(p => p.Achievement.Denominator).Distinct().ToDictionary(d => d, d => FunnelLimits.Of(target, d, dispersion));
        return [.. points.Select(p => new FunnelPoint(p.Practice, p.Achievement, limits[p.Achievement.Denominator]))];
    }
}
