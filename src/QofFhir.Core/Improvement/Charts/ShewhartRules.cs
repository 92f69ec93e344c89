namespace QofFhir.Core.Improvement.Charts;

/// <summary>The rules of charts with limits, as NHS England's Making Data Count has them; the trend is that of Nelson (Journal of Quality Technology 1984), one point shorter than its seven.</summary>
internal static class ShewhartRules
{
    public const int Shift = 7;
    public const int Trend = 6;

    private const double Far = 2;

    /// <summary>Three points in a row on one side of the middle, at least two of them beyond two standard deviations. Threes that overlap are one stretch.</summary>
    public static IEnumerable<Stretch> TwoOfThree(double[] shares, double centre, double[] sigma)
    {
        Stretch? open = null;
        for (var i = 0; i + 2 < shares.Length; i++)
        {
            var sign = Near.Compare(shares[i], centre);
            var holds = sign != 0
                && Enumerable.Range(i, 3).All(j => Math.Sign(Near.Compare(shares[j], centre)) == Math.Sign(sign))
                && Enumerable.Range(i, 3).Count(j => Near.Compare(Math.Abs(shares[j] - centre), Far * sigma[j]) > 0) >= 2;
            if (!holds)
            {
                continue;
            }

            if (open is { } earlier && earlier.Sign == Math.Sign(sign) && i <= earlier.Last)
            {
                open = earlier with { Last = i + 2, Count = i + 3 - earlier.First };
                continue;
            }

            if (open is { } done)
            {
                yield return done;
            }

            open = new Stretch(Math.Sign(sign), i, i + 2, 3);
        }

        if (open is { } last)
        {
            yield return last;
        }
    }
}
