namespace QofFhir.Definitions.ValueSets;

/// <summary>Single codes of clusters whose list is not held.</summary>
internal sealed class SingleCodes
{
    private readonly Dictionary<string, CodeCollector> _clusters = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    private SingleCodes()
    {
    }

    /// <summary>Wrong rows of clusters that nobody asked for.</summary>
    public int Rejected => _clusters.Where(c => !_taken.Contains(c.Key)).Sum(c => c.Value.Rejected);

    /// <summary>Right rows of clusters that nobody asked for: held as a list, or of no named cluster.</summary>
    public int LeftOut => _clusters.Where(c => !_taken.Contains(c.Key)).Sum(c => c.Value.Rows - c.Value.Rejected);

    /// <summary>The cell of the cluster may name several, divided by bars, and say in brackets what the codes are.</summary>
    public static SingleCodes Read(string file, ICollection<DefinitionMistake> mistakes)
    {
        var singles = new SingleCodes();
        using var table = File.Exists(file) ? DelimitedTable.Open(file, mistakes) : null;
        if (table is null || table.Required("cluster") is not { } cluster || table.Required("code") is not { } code
            || table.Required("term") is not { } term)
        {
            return singles;
        }

        foreach (var row in table.Rows())
        {
            foreach (var name in (row[cluster] ?? "").Split('|'))
            {
                var bare = name.Split(" (")[0].Trim();
                if (!singles._clusters.TryGetValue(bare, out var codes))
                {
                    singles._clusters.Add(bare, codes = new CodeCollector(mistakes, new TermList()));
                }

                codes.Add(file, row.Line, row[code], row[term]);
            }
        }

        return singles;
    }

    /// <summary>Null when there is no code of the cluster.</summary>
    public CodeCollector? Of(string cluster)
    {
        _taken.Add(cluster);
        return _clusters.GetValueOrDefault(cluster);
    }
}
