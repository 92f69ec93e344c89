using QofFhir.Core.Rules;

namespace QofFhir.Core.Evaluation;

/// <summary>Which clusters of a plan hold a code, and which are of drugs: the same for all records that a plan is laid against.</summary>
internal sealed class ClusterIndex
{
    private readonly Dictionary<string, List<int>> _byKey = new(StringComparer.Ordinal);
    private readonly bool[] _drug;

    public ClusterIndex(EvaluationPlan plan)
    {
        _drug = [.. plan.Clusters.Select(c => c.Class == ClusterClass.Drug)];
        for (var cluster = 0; cluster < plan.Clusters.Count; cluster++)
        {
            foreach (var key in plan.Clusters[cluster].Codes)
            {
                (_byKey.TryGetValue(key, out var list) ? list : _byKey[key] = []).Add(cluster);
            }
        }
    }

    public bool IsDrug(int cluster) => _drug[cluster];

    /// <summary>Clusters that hold any of the codes, each once.</summary>
    public int[] Of(IReadOnlyList<string> keys) => [.. keys.Where(_byKey.ContainsKey).SelectMany(k => _byKey[k]).Distinct()];
}
