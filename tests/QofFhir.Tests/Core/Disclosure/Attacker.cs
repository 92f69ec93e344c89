using QofFhir.Core.Disclosure;

namespace QofFhir.Tests.Core.Disclosure;

/// <summary>Sees a whole release and nothing else, and tries every table that could lie behind it. Slow and sure: it shares nothing with the code that protects.</summary>
internal static class Attacker
{
    private const int FarthestWithheld = 120;

    /// <summary>What each count could be, by organisation and kind: population, exclusions, adjusted, numerator, outstanding.</summary>
    public static Dictionary<(string Organisation, int Kind), HashSet<long>> Possible(
        IReadOnlyList<ReleasedCounts> release, IReadOnlyList<string> practices, IReadOnlyList<(string Organisation, IReadOnlySet<string> Practices)> wholes, bool parted,
        long[]? populations = null)
    {
        var found = new Dictionary<(string, int), HashSet<long>>();
        var rows = release.ToDictionary(r => r.Organisation);
        long[][][] options = [.. practices.Select((p, i) => Rows(rows[p], parted).Where(r => populations is null || r[0] == populations[i]).ToArray())];
        var chosen = new long[practices.Count][];
        Try(0);
        return found;

        void Try(int practice)
        {
            if (practice < practices.Count)
            {
                foreach (var option in options[practice])
                {
                    chosen[practice] = option;
                    Try(practice + 1);
                }

                return;
            }

            var sums = wholes.Select(w => Enumerable.Range(0, 5).Select(k => practices.Select((p, i) => w.Practices.Contains(p) ? chosen[i][k] : 0).Sum()).ToArray()).ToArray();
            for (var w = 0; w < wholes.Count; w++)
            {
                if (!Fits(rows[wholes[w].Organisation], sums[w], parted))
                {
                    return;
                }
            }

            foreach (var (name, row) in practices.Zip(chosen).Concat(wholes.Select(w => w.Organisation).Zip(sums)))
            {
                for (var kind = 0; kind < 5; kind++)
                {
                    if (!found.TryGetValue((name, kind), out var values))
                    {
                        found[(name, kind)] = values = [];
                    }

                    values.Add(row[kind]);
                }
            }
        }
    }

    /// <summary>Whether a register of these sizes could lie behind the release.</summary>
    public static bool Allows(
        IReadOnlyList<ReleasedCounts> register, IReadOnlyList<string> practices, IReadOnlyList<(string Organisation, IReadOnlySet<string> Practices)> wholes, long[] sizes)
    {
        var rows = register.ToDictionary(r => r.Organisation);
        return practices.Select((p, i) => Range(rows[p].Population).Contains(sizes[i])).All(fits => fits)
            && wholes.All(w => Range(rows[w.Organisation].Population).Contains(practices.Select((p, i) => w.Practices.Contains(p) ? sizes[i] : 0).Sum()));
    }

    private static IEnumerable<long[]> Rows(ReleasedCounts row, bool parted)
    {
        if (!parted)
        {
            return Range(row.Population).Select(p => new[] { p, 0, 0, 0, p });
        }

        return from population in Range(row.Population)
               from excluded in Range(row.Exclusions)
               from adjusted in Range(row.Adjusted)
               from achieved in Range(row.Numerator)
               where excluded + adjusted + achieved <= population
               select new[] { population, excluded, adjusted, achieved, population - excluded - adjusted - achieved };
    }

    private static bool Fits(ReleasedCounts row, long[] counts, bool parted) =>
        Range(row.Population).Contains(counts[0])
        && (!parted || (Range(row.Exclusions).Contains(counts[1]) && Range(row.Adjusted).Contains(counts[2]) && Range(row.Numerator).Contains(counts[3])));

    private static IEnumerable<long> Range(ReleasedCount count) => count switch
    {
        { Kind: ReleasedKind.Small } or { Shown: 5 } => Numbers(1, 7),
        { Shown: 0 } => [0],
        { Shown: 10 } => Numbers(8, 12),
        { Shown: { } shown } => Numbers(shown - 2, shown + 2),
        _ => Numbers(0, FarthestWithheld),
    };

    private static IEnumerable<long> Numbers(long from, long to)
    {
        for (var number = from; number <= to; number++)
        {
            yield return number;
        }
    }
}
