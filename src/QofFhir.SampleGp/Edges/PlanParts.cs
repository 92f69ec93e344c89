using QofFhir.Core.Rules;

namespace QofFhir.SampleGp.Edges;

/// <summary>A plan in the making.</summary>
internal sealed class PlanParts
{
    private readonly List<int> _origins = [];

    public List<Cluster> Clusters { get; } = [];

    public List<FieldRule> Fields { get; } = [];

    public List<RegisterRule> Registers { get; } = [];

    /// <summary>The lists are live: what is added later is in the plan too.</summary>
    public EvaluationPlan Plan => new(Clusters, Fields, Registers, []);

    public int Add(Cluster cluster) => Add(Clusters, cluster);

    public int Add(FieldRule field) => Add(field, Fields.Count);

    /// <param name="origin">The field that this is a copy of.</param>
    public int Add(FieldRule field, int origin)
    {
        _origins.Add(origin < _origins.Count ? _origins[origin] : origin);
        return Add(Fields, field);
    }

    /// <summary>The field of the rules that a twin's field was made from; itself for a field of the rules.</summary>
    public int OriginOf(int field) => _origins[field];

    public int Add(RegisterRule register) => Add(Registers, register);

    private static int Add<T>(List<T> list, T item)
    {
        list.Add(item);
        return list.Count - 1;
    }
}
