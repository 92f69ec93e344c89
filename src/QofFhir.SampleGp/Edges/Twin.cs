using QofFhir.Core.Rules;

namespace QofFhir.SampleGp.Edges;

/// <summary>A rule broken in one small place. A patient for whom the two differ stands at that edge.</summary>
/// <param name="Pair">The rows that changed places; null where conditions are broken.</param>
internal sealed record Twin(string What, DecisionTable Table, (int Early, int Late)? Pair = null)
{
    /// <summary>The row or field that is broken: patients at one of its edges are near the others.</summary>
    public string Subject => What.Split(':')[0];

    /// <summary>What a patient must be like, as a rule, for the two to differ; one way of several.</summary>
    public IReadOnlyList<Goal> Goals(DecisionTable table, Luck luck)
    {
        if (Pair is { } pair)
        {
            return [.. table.Before(pair.Early), new Goal(table.Rows[pair.Early].When, true), new Goal(table.Rows[pair.Late].When, true)];
        }

        var truth = luck.Percent(50);
        var broken = Enumerable.Range(0, table.Rows.Count).Where(r => !ReferenceEquals(table.Rows[r].When, Table.Rows[r].When)).ToArray();
        if (broken.Length == 0 || (!ReferenceEquals(table.Population, Table.Population) && luck.Percent(50)))
        {
            return [new Goal(table.Population, truth), new Goal(Table.Population, !truth)];
        }

        var row = luck.Of<int>(broken);
        return [.. table.Before(row), new Goal(table.Rows[row].When, truth), new Goal(Table.Rows[row].When, !truth)];
    }

    public bool Differs(DraftWalk walk, DecisionTable table) =>
        walk.OnList && table.Result(walk.Decide(table)) != Table.Result(walk.Decide(Table));
}
