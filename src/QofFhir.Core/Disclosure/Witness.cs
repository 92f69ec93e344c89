namespace QofFhir.Core.Disclosure;

/// <summary>Looks for other tables that show the same. What several of them differ in, nobody can tell by arithmetic.</summary>
/// <remarks>Each table that is found proves that its value is possible; that none is found proves nothing. So a count that passes is safe whatever arithmetic is tried.</remarks>
/// <param name="others">Tables of other indicators of the same population: what changes it here has to fit there too.</param>
internal sealed class Witness(CountTable table, IReadOnlyList<CountTable> others)
{
    /// <summary>Values that a small count must at least be consistent with.</summary>
    public const int Enough = 3;

    private const int LongestStep = 6;
    private const int MostTried = 64;
    private static readonly int[] Parts = [CountTable.Outstanding, CountTable.Achieved, CountTable.Adjusted, CountTable.Excluded];

    /// <summary>Whether the count could have at least three values, its own among them.</summary>
    public bool Protects(int cell, int kind)
    {
        var values = 1;
        for (var step = 1; step <= LongestStep && values < Enough; step++)
        {
            values += (Reaches(cell, kind, step) ? 1 : 0) + (Reaches(cell, kind, -step) ? 1 : 0);
        }

        return values >= Enough;
    }

    private bool Reaches(int cell, int kind, int more) =>
        table.Hides(cell, kind, more) && table.Members(cell).Take(MostTried).Any(practice => Reaches(cell, practice, kind, more));

    /// <summary>One practice of the cell has more, at the cost of one of its other parts or of its population; where that shows in a whole, another practice of the whole has as much less.</summary>
    private bool Reaches(int cell, int practice, int kind, int more)
    {
        foreach (var (part, other) in Ways(kind))
        {
            if (Fits(table, practice, part, other, more)
                && (Everywhere(practice, null, part, other, more) || Neighbours(cell, practice).Any(n => Everywhere(practice, n, part, other, more))))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<(int Part, int Other)> Ways(int kind) => kind == CountTable.Population
        ? Parts.Select(p => (p, CountTable.None))
        : Parts.Where(p => p != kind).Select(p => (kind, p)).Append((kind, CountTable.None));

    /// <summary>Nothing shows here; and a population that changes, changes in some part of every other indicator where nothing shows either.</summary>
    private bool Everywhere(int practice, int? neighbour, int part, int other, int more) =>
        Unseen(table, practice, neighbour, part, other, more)
        && (other != CountTable.None || others.All(t => Parts.Any(p => Unseen(t, practice, neighbour, p, CountTable.None, more))));

    private static bool Fits(CountTable table, int practice, int part, int other, int more) =>
        table[practice, part] + more >= 0 && (other == CountTable.None || table[practice, other] - more >= 0);

    private static bool Unseen(CountTable table, int practice, int? neighbour, int part, int other, int more)
    {
        if (!Fits(table, practice, part, other, more) || (neighbour is { } next && !Fits(table, next, part, other, -more)))
        {
            return false;
        }

        var with = neighbour is { } n ? table.Within[n] : [];
        return table.Within[practice].Where(c => !with.Contains(c)).All(c => Same(table, c, part, other, more))
            && with.Where(c => !table.Within[practice].Contains(c)).All(c => Same(table, c, part, other, -more));
    }

    private static bool Same(CountTable table, int cell, int part, int other, int more) =>
        table.Hides(cell, part, more) && (other == CountTable.None ? table.Hides(cell, CountTable.Population, more) : table.Hides(cell, other, -more));

    /// <summary>Practices outside the cell, of the smallest whole that has some first.</summary>
    private IEnumerable<int> Neighbours(int cell, int practice)
    {
        var inside = table.Members(cell);
        return table.Within[practice].Skip(1).SelectMany(c => table.Members(c).Take(MostTried)).Where(p => !inside.Contains(p)).Distinct().Take(MostTried);
    }
}
