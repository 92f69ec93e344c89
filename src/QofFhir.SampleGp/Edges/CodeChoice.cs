using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.SampleGp.Edges;

/// <summary>Few codes for each cluster: those that the fewest other clusters hold too, and the one that most do, so that shared codes are met.</summary>
internal static class CodeChoice
{
    private const int Each = 3;

    public static IReadOnlySet<string> Of(EvaluationPlan plan, CodeIndex codes)
    {
        var holders = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var code in plan.Clusters.SelectMany(c => c.Codes))
        {
            holders[code] = holders.GetValueOrDefault(code) + 1;
        }

        var chosen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cluster in plan.Clusters.Where(c => c.Codes.Count > 0))
        {
            // The code of one half of a pressure says which half a value is; panels do not.
            var ordered = cluster.Codes.OrderBy(c => codes.PartOf(c) != PressurePart.None).ThenBy(c => holders[c])
                .ThenBy(c => c, StringComparer.Ordinal).ToArray();
            chosen.UnionWith(ordered.Take(Each - 1));
            chosen.Add(ordered.Where(c => codes.PartOf(c) == PressurePart.None).LastOrDefault(ordered[0]));
        }

        return chosen;
    }
}
