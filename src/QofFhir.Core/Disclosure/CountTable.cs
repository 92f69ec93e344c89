namespace QofFhir.Core.Disclosure;

/// <summary>The true counts of one indicator, practice by practice and whole by whole, and which of them the public is shown.</summary>
/// <remarks>A practice's population is the sum of four parts: excluded, adjusted for, achieved and outstanding. The last is never published and can be worked out from the others.</remarks>
internal sealed class CountTable
{
    public const int Excluded = 0, Adjusted = 1, Achieved = 2, Outstanding = 3, Population = 4;

    /// <summary>No part: the population itself grows or shrinks.</summary>
    public const int None = -1;

    private const int Kinds = 5;
    private readonly long[][] _counts;
    private readonly bool[][] _withheld;
    private readonly bool _parted;

    /// <param name="parted">False for a register, of which the population alone is published.</param>
    /// <param name="parts">The four parts of each practice.</param>
    /// <param name="wholes">Of each whole its practices, smaller wholes first.</param>
    /// <param name="populations">Which populations are withheld; one array for all indicators of one population.</param>
    public CountTable(bool parted, IReadOnlyList<long[]> parts, IReadOnlyList<int[]> wholes, bool[] populations)
    {
        (_parted, Practices, Wholes) = (parted, parts.Count, wholes);
        var cells = parts.Count + wholes.Count;
        _counts = new long[cells][];
        _withheld = [.. Enumerable.Range(0, Population).Select(_ => new bool[cells]), populations];
        var within = Enumerable.Range(0, parts.Count).Select(p => new List<int> { p }).ToArray();
        for (var p = 0; p < parts.Count; p++)
        {
            _counts[p] = [.. parts[p], parts[p].Sum()];
        }

        for (var w = 0; w < wholes.Count; w++)
        {
            var sum = _counts[parts.Count + w] = new long[Kinds];
            foreach (var practice in wholes[w])
            {
                within[practice].Add(parts.Count + w);
                for (var kind = 0; kind < Kinds; kind++)
                {
                    sum[kind] += _counts[practice][kind];
                }
            }
        }

        Within = within;
    }

    public int Practices { get; }

    public IReadOnlyList<int[]> Wholes { get; }

    /// <summary>Practices first, then wholes.</summary>
    public int Cells => _counts.Length;

    /// <summary>Of each practice, itself and the wholes that hold it.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Within { get; }

    public long this[int cell, int kind] => _counts[cell][kind];

    /// <summary>The practices of a cell.</summary>
    public IReadOnlyList<int> Members(int cell) => cell < Practices ? [cell] : Wholes[cell - Practices];

    /// <summary>The kinds of count that there are: of a register the population alone.</summary>
    public IEnumerable<int> KindsCounted => _parted ? Enumerable.Range(0, Kinds) : [Population];

    public bool Published(int kind) => kind == Population || (_parted && kind != Outstanding);

    public bool IsWithheld(int cell, int kind) => _withheld[kind][cell];

    public void Withhold(int cell, int kind) => _withheld[kind][cell] = true;

    public void Show(int cell, int kind) => _withheld[kind][cell] = false;

    /// <summary>Whether the public would see the same if the count were so much more.</summary>
    public bool Hides(int cell, int kind, long more)
    {
        var other = _counts[cell][kind] + more;
        return other >= 0
            && (!Published(kind) || _withheld[kind][cell] || ReleasedCount.Class(other) == ReleasedCount.Class(_counts[cell][kind]));
    }
}
