namespace QofFhir.Core.Aggregation;

/// <summary>So many of so many.</summary>
/// <param name="Numerator">From 0 to <paramref name="Denominator"/>.</param>
public readonly record struct Proportion(long Numerator, long Denominator)
{
    /// <summary>The normal deviate that leaves 2.5 % on either side.</summary>
    private const double Deviate = 1.9599639845400545;

    /// <summary>From 0 to 1, unrounded; null without denominator.</summary>
    public double? Share => Denominator == 0 ? null : (double)Numerator / Denominator;

    /// <summary>Wilson's score interval (95 %, without continuity correction); null without denominator.</summary>
    public (double Lower, double Upper)? Interval
    {
        get
        {
            if (Share is not { } share)
            {
                return null;
            }

            const double square = Deviate * Deviate;
            var middle = (2 * Numerator) + square;
            var half = Deviate * Math.Sqrt(square + (4 * Numerator * (1 - share)));
            var whole = 2 * (Denominator + square);

            // At 0 and at 1 the formula meets the end; rounding must not cross it.
            return (Math.Max(0, (middle - half) / whole), Math.Min(1, (middle + half) / whole));
        }
    }
}
