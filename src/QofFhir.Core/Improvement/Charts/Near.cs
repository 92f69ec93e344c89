namespace QofFhir.Core.Improvement.Charts;

/// <summary>Compares shares so that what division and addition round away makes no difference: 1 of 3 is as much as 2 of 6.</summary>
internal static class Near
{
    private const double Rounding = 1e-12;

    public static int Compare(double one, double other) => Math.Abs(one - other) <= Rounding ? 0 : one.CompareTo(other);
}
