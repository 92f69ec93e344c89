namespace QofFhir.Core.Improvement.Charts;

/// <summary>A measure month by month, gaps included.</summary>
public static class MonthlySeries
{
    /// <summary>From the first month with a measurement to the last; of several in a month the latest counts.</summary>
    /// <param name="plan">Its baseline of the measure is a point like any other.</param>
    /// <param name="today">Measurements after it are left aside.</param>
    public static IReadOnlyList<SeriesPoint> Of(ImprovementPlan plan, string measure, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var counted = plan.Baselines.Concat(plan.Measurements).Where(m => m.Measure == measure && m.On <= today)
            .GroupBy(m => new DateOnly(m.On.Year, m.On.Month, 1)).ToDictionary(g => g.Key, g => g.MaxBy(m => m.On)!.Counts);
        var points = new List<SeriesPoint>();
        if (counted.Count > 0)
        {
            var last = counted.Keys.Max();
            for (var month = counted.Keys.Min(); month <= last; month = month.AddMonths(1))
            {
                points.Add(new(month, counted.TryGetValue(month, out var counts) ? counts : null));
            }
        }

        return points;
    }
}
