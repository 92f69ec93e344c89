namespace QofFhir.Core.Aggregation;

/// <summary>How values spread over practices: each practice weighs the same, whatever its size.</summary>
/// <param name="Count">Practices that have a value.</param>
/// <param name="Deciles">The nine values that part them into ten tenths, from the lowest; the fifth is the median.</param>
public sealed record Spread(int Count, double Least, double LowerQuartile, double Median, double UpperQuartile, double Greatest, IReadOnlyList<double> Deciles)
{
    /// <summary>Quantiles between two values lie on the straight line between them (type 7 of Hyndman and Fan, The American Statistician 1996).</summary>
    /// <returns>Null without values.</returns>
    public static Spread? Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? null : new Spread(
            sorted.Length, sorted[0], At(0.25), At(0.5), At(0.75), sorted[^1], [.. Enumerable.Range(1, 9).Select(d => At(d / 10.0))]);

        double At(double share)
        {
            var place = share * (sorted.Length - 1);
            var below = (int)place;
            return below == sorted.Length - 1 ? sorted[below] : sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
        }
    }
}
