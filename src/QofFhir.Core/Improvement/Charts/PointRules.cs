namespace QofFhir.Core.Improvement.Charts;

/// <summary>Finds shifts and trends among points in order.</summary>
/// <remarks>The points are the shares that are there: a gap neither breaks nor lengthens what goes on around it.</remarks>
internal static class PointRules
{
    /// <summary>Stretches of at least so many points on one side of the middle. A point on it neither counts nor breaks the stretch.</summary>
    public static IEnumerable<Stretch> Shifts(IReadOnlyList<double> shares, double middle, int least) =>
        Stretches([.. shares.Select(s => Near.Compare(s, middle))], 0).Where(s => s.Count >= least);

    /// <summary>Stretches of at least so many points that all rise or all fall. A point as high as the one before neither counts nor breaks the stretch.</summary>
    public static IEnumerable<Stretch> Trends(IReadOnlyList<double> shares, int least) =>
        Stretches([.. Enumerable.Range(0, shares.Count).Select(i => i == 0 ? 0 : Near.Compare(shares[i], shares[i - 1]))], 1).Where(s => s.Count >= least);

    /// <summary>Stretches of equal signs.</summary>
    /// <param name="begin">Points that belong to a stretch before its first sign: a rise begins at the point before it.</param>
    private static IEnumerable<Stretch> Stretches(int[] signs, int begin)
    {
        var (sign, first, last, count, before) = (0, 0, 0, 0, 0);
        for (var i = 0; i < signs.Length; i++)
        {
            if (signs[i] != 0 && signs[i] != sign)
            {
                if (sign != 0)
                {
                    yield return new(sign, first, last, count);
                }

                (sign, first, count) = (signs[i], begin == 0 ? i : before, begin);
            }

            if (signs[i] != 0)
            {
                (last, count) = (i, count + 1);
            }

            // Where some points stay level the next rise begins at the last of them.
            before = i;
        }

        if (sign != 0)
        {
            yield return new(sign, first, last, count);
        }
    }
}

/// <param name="Sign">1: above, or rising; -1: below, or falling.</param>
/// <param name="First">Place of its first point.</param>
/// <param name="Last">Place of its last point.</param>
/// <param name="Count">Points that count.</param>
internal readonly record struct Stretch(int Sign, int First, int Last, int Count)
{
    public Direction Towards => Sign > 0 ? Direction.Higher : Direction.Lower;
}
