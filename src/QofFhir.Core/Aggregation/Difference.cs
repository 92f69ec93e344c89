namespace QofFhir.Core.Aggregation;

/// <summary>How much one share is larger than another, from -1 to 1.</summary>
/// <param name="Lower">Lower end of the 95 % interval.</param>
/// <param name="Upper">Upper end of the 95 % interval.</param>
public readonly record struct Difference(double Value, double Lower, double Upper)
{
    /// <summary>Newcombe's hybrid score interval, built from the Wilson limits of each share (Statistics in Medicine 1998, method 10). It takes the two for independent.</summary>
    /// <returns>Null where a denominator is 0: not known, which is not the same as no difference.</returns>
    public static Difference? Between(Proportion first, Proportion second)
    {
        if (first is not { Share: { } p, Interval: var (pLow, pHigh) } || second is not { Share: { } q, Interval: var (qLow, qHigh) })
        {
            return null;
        }

        return new Difference(p - q, p - q - Length(p - pLow, qHigh - q), p - q + Length(pHigh - p, q - qLow));
    }

    private static double Length(double a, double b) => Math.Sqrt((a * a) + (b * b));
}
