using QofFhir.Core.Aggregation;

namespace QofFhir.Core.Improvement.Charts;

/// <summary>The rules of Perla, Provost and Murray (BMJ Quality and Safety 2011).</summary>
internal static class RunChart
{
    public const int Shift = 6;
    public const int Trend = 5;

    public static ProgressChart Of(IReadOnlyList<SeriesPoint> series, Direction better)
    {
        SeriesPoint[] counted = [.. series.Where(p => p.Share is not null)];
        double[] shares = [.. counted.Select(p => p.Share!.Value)];
        var points = series.Select(p => new ChartPoint(p.Month, p.Counts?.Numerator, p.Counts?.Denominator, p.Share, null, null, null));
        if (Spread.Of(shares) is not { Median: var median })
        {
            return new(ChartKind.Run, better, null, [.. points], [], ChartNotes.Of(series));
        }

        var runs = RunCount.Of(shares, median);
        var signals = Signals.Between(counted, SignalRule.Shift, PointRules.Shifts(shares, median, Shift), better)
            .Concat(Signals.Between(counted, SignalRule.Trend, PointRules.Trends(shares, Trend), better))
            .Concat(Odd(counted, runs));
        return new(ChartKind.Run, better, median, [.. points], [.. signals], [.. ChartNotes.Of(series), .. Few(runs)]) { Runs = runs };
    }

    private static IEnumerable<Signal> Odd(SeriesPoint[] counted, RunCount runs)
    {
        if (runs.Runs < runs.Fewest)
        {
            yield return new(SignalRule.TooFewRuns, counted[0].Month, counted[^1].Month, counted.Length, null, null);
        }

        if (runs.Runs > runs.Most)
        {
            yield return new(SignalRule.TooManyRuns, counted[0].Month, counted[^1].Month, counted.Length, null, null);
        }
    }

    private static IEnumerable<string> Few(RunCount runs)
    {
        if (runs.Fewest is null)
        {
            yield return $"{runs.Above + runs.Below} points lie beside the median: with fewer than {RunCount.LeastPoints} the number of runs is not judged.";
        }
    }
}
