namespace QofFhir.Core.Disclosure;

/// <summary>Withholds counts until every small one is safe. What is withheld takes a constraint from the attacker, so a count once safe stays safe and one pass is enough.</summary>
internal sealed class Protection(CountTable table, IReadOnlyList<CountTable> others)
{
    private readonly Witness _witness = new(table, others);

    public void Apply()
    {
        for (var cell = 0; cell < table.Cells; cell++)
        {
            foreach (var kind in table.KindsCounted)
            {
                if (ReleasedCount.IsSmall(table[cell, kind]) && !_witness.Protects(cell, kind))
                {
                    Protect(cell, kind);
                }
            }
        }
    }

    /// <summary>Withholds as little as will do: the same count of one neighbour, of the wholes above from the smallest up, or at last whole rows.</summary>
    private void Protect(int cell, int kind)
    {
        int[] kinds = kind == CountTable.Outstanding ? [CountTable.Achieved, CountTable.Population] : kind == CountTable.Population ? [kind] : [kind, CountTable.Population];
        if (kinds.Any(k => Neighbours(cell, k).Any(n => Suffices(cell, kind, n, k))))
        {
            return;
        }

        foreach (var above in Above(cell))
        {
            foreach (var withheld in kinds.Where(table.Published))
            {
                table.Withhold(above, withheld);
                if (_witness.Protects(cell, kind))
                {
                    return;
                }
            }
        }

        foreach (var row in Above(cell).Prepend(cell))
        {
            foreach (var withheld in table.KindsCounted)
            {
                table.Withhold(row, withheld);
            }

            if (_witness.Protects(cell, kind))
            {
                return;
            }
        }
    }

    private bool Suffices(int cell, int kind, int neighbour, int withheld)
    {
        if (!table.Published(withheld) || table.IsWithheld(neighbour, withheld))
        {
            return false;
        }

        table.Withhold(neighbour, withheld);
        if (_witness.Protects(cell, kind))
        {
            return true;
        }

        table.Show(neighbour, withheld);
        return false;
    }

    /// <summary>Practices of the smallest whole that holds more than the cell, those with the least to lose first.</summary>
    private IEnumerable<int> Neighbours(int cell, int kind)
    {
        var inside = table.Members(cell);
        var smallest = Above(cell).FirstOrDefault(a => table.Members(a).Count > inside.Count, -1);
        return smallest < 0
            ? []
            : table.Members(smallest).Where(p => !inside.Contains(p) && !ReleasedCount.IsSmall(table[p, kind])).OrderBy(p => table[p, kind]).Take(8);
    }

    /// <summary>The wholes that hold all of the cell, smaller ones first.</summary>
    private IEnumerable<int> Above(int cell)
    {
        var inside = table.Members(cell);
        return inside.Count == 0 ? [] : table.Within[inside[0]].Where(a => a >= table.Practices && a != cell && table.Members(a).Count >= inside.Count);
    }
}
