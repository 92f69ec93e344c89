namespace QofFhir.Core.Improvement.Charts;

/// <summary>The runs around a median: a run is a series of points on one side of it.</summary>
/// <param name="Above">Points above the median.</param>
/// <param name="Below">Points below the median; those on it are in no run.</param>
/// <param name="Fewest">The fewest runs that chance makes; null with fewer than ten points beside the median, too few to judge.</param>
/// <param name="Most">The most runs that chance makes; null with it.</param>
public sealed record RunCount(int Runs, int Above, int Below, int? Fewest, int? Most)
{
    /// <summary>Points beside the median from which runs are judged, as published tables begin with ten.</summary>
    public const int LeastPoints = 10;

    private const double Tail = 0.025;

    internal static RunCount Of(IReadOnlyList<double> shares, double median)
    {
        int[] sides = [.. shares.Select(s => Math.Sign(Near.Compare(s, median))).Where(s => s != 0)];
        var (above, below) = (sides.Count(s => s > 0), sides.Count(s => s < 0));
        var runs = sides.Where((side, i) => i == 0 || side != sides[i - 1]).Count();
        if (above + below < LeastPoints)
        {
            return new(runs, above, below, null, null);
        }

        var (fewest, most) = Limits(above, below);
        return new(runs, above, below, fewest, most);
    }

    /// <summary>The fewest and the most runs that leave less than 2.5 % on either side (Swed and Eisenhart, Annals of Mathematical Statistics 1943), worked out for the points at hand; the tables for run charts are of as many above as below.</summary>
    public static (int Fewest, int Most) Limits(int above, int below)
    {
        double[] shares = [.. Enumerable.Range(0, above + below + 1).Select(r => Probability(r, above, below))];
        return (FirstBeyond(Enumerable.Range(0, shares.Length)), FirstBeyond(Enumerable.Range(0, shares.Length).Reverse()));

        int FirstBeyond(IEnumerable<int> runs)
        {
            var sum = 0.0;
            return runs.First(r => (sum += shares[r]) > Tail);
        }
    }

    private static double Probability(int runs, int above, int below)
    {
        var half = runs / 2;
        var ways = runs < 2 ? 0
            : runs % 2 == 0 ? 2 * Choose(above - 1, half - 1) * Choose(below - 1, half - 1)
            : (Choose(above - 1, half - 1) * Choose(below - 1, half)) + (Choose(above - 1, half) * Choose(below - 1, half - 1));
        return ways / Choose(above + below, above);
    }

    private static double Choose(int of, int chosen)
    {
        if (chosen < 0 || chosen > of)
        {
            return 0;
        }

        var ways = 1.0;
        for (var i = 1; i <= chosen; i++)
        {
            ways = ways * (of - chosen + i) / i;
        }

        return ways;
    }
}
