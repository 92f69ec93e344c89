using QofFhir.Core.Rules;

namespace QofFhir.SampleGp.Edges;

/// <summary>All twins of a table: rows, their order, their conditions, and the fields and clusters that they ask.</summary>
internal static class Twins
{
    private static readonly Condition Never = new Condition.Not(Condition.Always.Instance);

    public static IReadOnlyList<Twin> Of(Slice slice) => [.. Rows(slice), .. Orders(slice.Table), .. Fields(slice), .. Clusters(slice)];

    private static IEnumerable<Twin> Rows(Slice slice)
    {
        var conditions = new ConditionTwins(slice.Plan, slice.Mentions);
        var rows = slice.Table.Rows;
        for (var r = 0; r < rows.Count; r++)
        {
            if (rows[r].When is Condition.Always)
            {
                continue;
            }

            foreach (var (what, broken) in conditions.Of(rows[r].When).Prepend(("always", Condition.Always.Instance)).Prepend(("never", Never)))
            {
                yield return new Twin(
                    $"{rows[r].Name}: {what}", slice.Table with { Rows = Places.With(rows, r, rows[r] with { When = broken }) });
            }
        }
    }

    /// <summary>Each row above each earlier one that decides something else.</summary>
    private static IEnumerable<Twin> Orders(DecisionTable table) =>
        from late in Enumerable.Range(0, table.Rows.Count)
        from early in Enumerable.Range(0, late)
        where table.Rows[early].Result != table.Rows[late].Result && table.Rows[late].When is not Condition.Always
        select new Twin(
            $"{table.Rows[late].Name} above {table.Rows[early].Name}",
            table with { Rows = [.. table.Rows.Take(early), table.Rows[late], .. table.Rows.Skip(early).Where((_, i) => i != late - early)] },
            (early, late));

    private static IEnumerable<Twin> Fields(Slice slice)
    {
        var fields = new FieldTwins(slice.Plan, slice.Mentions);
        for (var f = 0; f < slice.FieldCount; f++)
        {
            foreach (var (what, broken) in fields.Of(f, slice.Plan.Fields[f]))
            {
                var copy = new PlanCopy(slice.Plan, slice.Parts, within: true);
                copy.ReplaceField(f, slice.Parts.Add(broken, f));
                yield return new Twin($"{slice.Plan.Fields[f].Name}: {what}", copy.Of(slice.Table));
            }
        }
    }

    /// <summary>Each cluster with the other class: an entry of the wrong kind must not count.</summary>
    private static IEnumerable<Twin> Clusters(Slice slice)
    {
        for (var c = 0; c < slice.ClusterCount; c++)
        {
            var cluster = slice.Plan.Clusters[c];
            if (cluster.Codes.Count == 0)
            {
                continue;
            }

            var other = cluster.Class == ClusterClass.Code ? ClusterClass.Drug : ClusterClass.Code;
            var copy = new PlanCopy(slice.Plan, slice.Parts, within: true);
            copy.ReplaceCluster(c, slice.Parts.Add(cluster with { Class = other }));
            yield return new Twin($"{cluster.Name} as {other}", copy.Of(slice.Table));
        }
    }
}
