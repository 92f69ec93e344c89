using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Evaluation;

/// <summary>Which clusters each concept of the records falls in, worked out once for a plan and a practice.</summary>
internal sealed class ClusterMap
{
    private static readonly int[] None = [];
    private readonly int[][] _clusters;
    private readonly bool[] _drug;

    public ClusterMap(EvaluationPlan plan, ConceptTable concepts)
    {
        _drug = [.. plan.Clusters.Select(c => c.Class == ClusterClass.Drug)];
        var byKey = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var cluster = 0; cluster < plan.Clusters.Count; cluster++)
        {
            foreach (var key in plan.Clusters[cluster].Codes)
            {
                (byKey.TryGetValue(key, out var list) ? list : byKey[key] = []).Add(cluster);
            }
        }

        _clusters = new int[concepts.Count][];
        for (var concept = 0; concept < _clusters.Length; concept++)
        {
            var found = concepts.Keys(concept).Where(byKey.ContainsKey).SelectMany(k => byKey[k]).Distinct().ToArray();
            _clusters[concept] = found.Length == 0 ? None : found;
        }
    }

    /// <summary>Every cluster with a code of the concept; <see cref="Fits"/> says whether the event's class is right.</summary>
    public ReadOnlySpan<int> Of(int concept) => _clusters[concept];

    public bool Fits(int cluster, EventClass eventClass) =>
        _drug[cluster] ? eventClass == EventClass.Drug : eventClass == EventClass.Code;
}
