namespace QofFhir.Core.Disclosure;

/// <summary>Looks for other tables that would have been published as the very same release. What several of them differ in, nobody can tell from the release.</summary>
/// <remarks>Each table that is found proves that its value is possible; that none is found proves nothing. So a count that passes is safe whatever arithmetic is tried on the release.</remarks>
internal sealed class Witness(CountTable table)
{
    /// <summary>Values that a small count must at least be consistent with.</summary>
    public const int Enough = 3;

    private const int LongestStep = 6;
    private const int MostTried = 64;
    private static readonly int[] Parts = [CountTable.Excluded, CountTable.Adjusted, CountTable.Achieved, CountTable.Outstanding];

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
            if (Fits(practice, part, other, more) && (Hidden(practice, null, part, other, more) || Neighbours(cell, practice).Any(
                n => Fits(n, part, other, -more) && Hidden(practice, n, part, other, more))))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<(int Part, int Other)> Ways(int kind) => kind == CountTable.Population
        ? Parts.Reverse().Select(p => (p, CountTable.None))
        : Parts.Reverse().Where(p => p != kind).Select(p => (kind, p)).Append((kind, CountTable.None));

    private bool Fits(int practice, int part, int other, int more) =>
        table[practice, part] + more >= 0 && (other == CountTable.None || table[practice, other] - more >= 0);

    private bool Hidden(int practice, int? neighbour, int part, int other, int more)
    {
        var with = neighbour is { } n ? table.Within[n] : [];
        return table.Within[practice].Where(c => !with.Contains(c)).All(c => Same(c, part, other, more))
            && with.Where(c => !table.Within[practice].Contains(c)).All(c => Same(c, part, other, -more));
    }

    private bool Same(int cell, int part, int other, int more) =>
        table.Hides(cell, part, more) && (other == CountTable.None ? table.Hides(cell, CountTable.Population, more) : table.Hides(cell, other, -more));

    /// <summary>Practices outside the cell, of the smallest whole that has some first.</summary>
    private IEnumerable<int> Neighbours(int cell, int practice)
    {
        var inside = table.Members(cell);
        return table.Within[practice].Skip(1).SelectMany(c => table.Members(c).Take(MostTried)).Where(p => !inside.Contains(p)).Distinct().Take(MostTried);
    }
}
