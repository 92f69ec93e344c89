using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Core.DataChecks;

/// <summary>How many entries a practice has of each cluster.</summary>
public static class ClusterCounts
{
    /// <summary>Entries by the cluster's name, of any date and patient; only clusters of which codes are held, those without any entry with 0.</summary>
    public static IReadOnlyDictionary<string, int> Of(EvaluationPlan plan, PracticeRecords records)
    {
        var map = new ClusterMap(new ClusterIndex(plan), records.Concepts);
        var counts = new int[plan.Clusters.Count];
        for (var e = 0; e < records.EventCount; e++)
        {
            foreach (var cluster in map.Of(records.ConceptOf[e]))
            {
                counts[cluster] += map.Fits(cluster, records.Classes[e]) ? 1 : 0;
            }
        }

        return plan.Clusters.Index().Where(c => c.Item.Codes.Count > 0)
            .ToDictionary(c => c.Item.Name, c => counts[c.Index], StringComparer.Ordinal);
    }
}
