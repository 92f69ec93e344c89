namespace QofFhir.Core.Aggregation;

/// <summary>Where the share of a practice of some size should lie if it differed from the whole by chance alone; shares from 0 to 1.</summary>
/// <param name="Lower998">Below it lies 1 in 1,000.</param>
/// <param name="Lower95">Below it lie 25 in 1,000.</param>
public sealed record FunnelLimits(double Lower998, double Lower95, double Upper95, double Upper998)
{
    private const double Tenths = 0.1;

    /// <summary>Limits of the binomial distribution, interpolated between counts so that they are smooth (Spiegelhalter, Statistics in Medicine 2005, appendix A.1.1).</summary>
    /// <param name="target">The share of the whole, from 0 to 1.</param>
    /// <param name="denominator">Of the practice, 1 or more.</param>
    /// <param name="dispersion">The limits are drawn apart by its square root where it is above 1.</param>
    public static FunnelLimits Of(double target, long denominator, double dispersion = 1)
    {
        if (target is 0 or 1)
        {
            // Chance has no part in what all or none have.
            return new FunnelLimits(target, target, target, target);
        }

        var binomial = new Binomial(denominator, target);
        var wider = Math.Sqrt(Math.Max(1, dispersion));
        return new FunnelLimits(At(0.001), At(0.025), At(0.975), At(0.999));

        double At(double probability) => Math.Clamp(target + (((binomial.Quantile(probability) / denominator) - target) * wider), 0, 1);
    }

    /// <summary>How much more practices differ than chance makes them: the mean square of their deviates, the outer tenths on either side drawn in (Spiegelhalter 2005, section 4). About 1 where chance is all.</summary>
    /// <returns>Null with fewer than two practices, or where all or none have the care.</returns>
    public static double? Dispersion(IReadOnlyCollection<Proportion> practices)
    {
        Proportion[] counted = [.. practices.Where(p => p.Denominator > 0)];
        var (numerator, denominator) = (counted.Sum(p => p.Numerator), counted.Sum(p => p.Denominator));
        if (counted.Length < 2 || numerator == 0 || numerator == denominator)
        {
            return null;
        }

        var target = (double)numerator / denominator;
        double[] deviates = [.. counted.Select(p => (p.Share!.Value - target) / Math.Sqrt(target * (1 - target) / p.Denominator)).Order()];
        var outer = (int)(deviates.Length * Tenths);
        var (least, greatest) = (deviates[outer], deviates[^(outer + 1)]);
        return deviates.Average(d => Math.Pow(Math.Clamp(d, least, greatest), 2));
    }
}
