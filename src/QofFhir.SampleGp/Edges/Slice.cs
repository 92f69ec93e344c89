using QofFhir.Core.Evaluation;
using QofFhir.Core.Rules;

namespace QofFhir.SampleGp.Edges;

/// <summary>One table with the fields, registers and clusters that it asks and no others, and few codes each: small enough to be walked thousands of times.</summary>
internal sealed class Slice
{
    private ClusterIndex? _index;

    public Slice(EvaluationPlan plan, DecisionTable table, IReadOnlySet<string> codes)
    {
        var copy = new PlanCopy(plan, Parts, within: false)
        {
            ClusterAs = c => c with { Codes = c.Codes.Where(codes.Contains).ToHashSet(StringComparer.Ordinal) },
        };
        Table = copy.Of(table);
        Plan = Parts.Plan;
        FieldCount = Plan.Fields.Count;
        ClusterCount = Plan.Clusters.Count;
        Mentions = Mentions.Of(Plan, Table);
    }

    public PlanParts Parts { get; } = new();

    public EvaluationPlan Plan { get; }

    public DecisionTable Table { get; }

    /// <summary>Fields of the rules themselves; those of twins stand behind them.</summary>
    public int FieldCount { get; }

    public int ClusterCount { get; }

    /// <summary>Names of clusters that hold no code, or null: then a row may be out of reach for want of codes.</summary>
    public string? WithoutCodes => Plan.Clusters.Take(ClusterCount).Where(c => c.Codes.Count == 0).Select(c => c.Name).ToArray() is { Length: > 0 } names
        ? string.Join(", ", names) : null;

    public Mentions Mentions { get; }

    /// <summary>Made when first asked for: after the twins, which add clusters of their own.</summary>
    public ClusterIndex Index => _index ??= new ClusterIndex(Plan);
}
