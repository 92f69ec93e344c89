using QofFhir.Core.Rules;

namespace QofFhir.SampleGp.Edges;

/// <summary>A plan in the making.</summary>
internal sealed class PlanParts
{
    public List<Cluster> Clusters { get; } = [];

    public List<FieldRule> Fields { get; } = [];

    public List<RegisterRule> Registers { get; } = [];

    /// <summary>The lists are live: what is added later is in the plan too.</summary>
    public EvaluationPlan Plan => new(Clusters, Fields, Registers, []);

    public int Add(Cluster cluster) => Add(Clusters, cluster);

    public int Add(FieldRule field) => Add(Fields, field);

    public int Add(RegisterRule register) => Add(Registers, register);

    private static int Add<T>(List<T> list, T item)
    {
        list.Add(item);
        return list.Count - 1;
    }
}
