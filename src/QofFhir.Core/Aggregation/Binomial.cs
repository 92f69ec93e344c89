namespace QofFhir.Core.Aggregation;

/// <summary>The binomial distribution around its middle, as far as it weighs anything.</summary>
internal sealed class Binomial
{
    private readonly long _first;
    private readonly double[] _cumulative;

    /// <param name="trials">1 or more.</param>
    /// <param name="share">Above 0, below 1.</param>
    public Binomial(long trials, double share)
    {
        // Ten standard deviations leave out less than a double can hold beside 1.
        var reach = 10 + (10 * Math.Sqrt(trials * share * (1 - share)));
        _first = Math.Max(0, (long)((trials * share) - reach));
        var last = Math.Min(trials, (long)((trials * share) + reach));
        var mode = Math.Clamp((long)((trials + 1) * share), _first, last);
        var weights = new double[last - _first + 1];
        weights[mode - _first] = 1;
        for (var count = mode + 1; count <= last; count++)
        {
            weights[count - _first] = weights[count - _first - 1] * (trials - count + 1) / count * share / (1 - share);
        }

        for (var count = mode - 1; count >= _first; count--)
        {
            weights[count - _first] = weights[count - _first + 1] * (count + 1) / (trials - count) * (1 - share) / share;
        }

        var (whole, sum) = (weights.Sum(), 0.0);
        _cumulative = [.. weights.Select(w => sum += w / whole)];
    }

    /// <summary>The count below which the probability lies, interpolated within the count that steps over it.</summary>
    public double Quantile(double probability)
    {
        var at = Array.FindIndex(_cumulative, c => c >= probability);
        if (at < 0)
        {
            return _first + _cumulative.Length - 1;
        }

        var before = at == 0 ? 0 : _cumulative[at - 1];
        return _first + at - ((_cumulative[at] - probability) / (_cumulative[at] - before));
    }
}
