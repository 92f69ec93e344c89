using System.Collections.Frozen;
using QofFhir.Core.Rules;

namespace QofFhir.SampleGp.Edges;

/// <summary>One table with the fields, registers and clusters that it asks and no others, and few codes each: small enough to be walked thousands of times.</summary>
internal sealed class Slice
{
    public Slice(EvaluationPlan plan, DecisionTable table, IReadOnlySet<string> codes)
    {
        var copy = new PlanCopy(plan, Parts, within: false)
        {
            ClusterAs = c => c with { Codes = c.Codes.Where(codes.Contains).ToFrozenSet(StringComparer.Ordinal) },
        };
        Table = copy.Of(table);
        Plan = Parts.Plan;
        FieldCount = Plan.Fields.Count;
        ClusterCount = Plan.Clusters.Count;
        Mentions = Mentions.Of(Plan, Table);
        Codes = [.. Plan.Clusters.Select(c => (IReadOnlyList<string>)[.. c.Codes.Order(StringComparer.Ordinal)])];
    }

    public PlanParts Parts { get; } = new();

    public EvaluationPlan Plan { get; }

    public DecisionTable Table { get; }

    /// <summary>Fields of the rules themselves; those of twins stand behind them.</summary>
    public int FieldCount { get; }

    public int ClusterCount { get; }

    public Mentions Mentions { get; }

    /// <summary>Codes of each cluster of the rules, in an order that does not change.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Codes { get; }
}
