using QofFhir.Core.Records;

namespace QofFhir.Core.Evaluation;

/// <summary>Which clusters each concept of the records falls in, worked out once for a plan and a practice.</summary>
internal sealed class ClusterMap
{
    private static readonly int[] None = [];
    private readonly int[][] _clusters;
    private readonly ClusterIndex _index;

    public ClusterMap(ClusterIndex index, ConceptTable concepts)
    {
        _index = index;
        _clusters = new int[concepts.Count][];
        for (var concept = 0; concept < _clusters.Length; concept++)
        {
            var found = index.Of(concepts.Keys(concept));
            _clusters[concept] = found.Length == 0 ? None : found;
        }
    }

    /// <summary>Every cluster with a code of the concept; <see cref="Fits"/> says whether the event's class is right.</summary>
    public ReadOnlySpan<int> Of(int concept) => _clusters[concept];

    public bool Fits(int cluster, EventClass eventClass) =>
        _index.IsDrug(cluster) ? eventClass == EventClass.Drug : eventClass == EventClass.Code;
}
