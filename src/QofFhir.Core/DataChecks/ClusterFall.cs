namespace QofFhir.Core.DataChecks;

/// <summary>A cluster of which a practice has far fewer entries than it had.</summary>
public sealed record ClusterFall(string Cluster, int Before, int Now)
{
    /// <summary>Compares the counts of two inputs of one practice. Clusters that only one of them counts are left out.</summary>
    /// <param name="share">A fall by more than this share of the earlier count is told; 0.5: by more than half.</param>
    /// <param name="smallest">Earlier counts below this are left out: few entries come and go.</param>
    /// <returns>In the order of the clusters' names.</returns>
    public static IReadOnlyList<ClusterFall> Between(
        IReadOnlyDictionary<string, int> before, IReadOnlyDictionary<string, int> now, double share, int smallest) =>
    [
        .. before
            .Where(b => b.Value >= smallest && now.TryGetValue(b.Key, out var count) && b.Value - count > share * b.Value)
            .OrderBy(b => b.Key, StringComparer.Ordinal)
            .Select(b => new ClusterFall(b.Key, b.Value, now[b.Key])),
    ];
}
