using QofFhir.Core.Rules;

namespace QofFhir.Definitions.Compilation;

/// <summary>Says in one sentence what is missing and what that does.</summary>
internal static class EvaluabilityReason
{
    public static string NotEvaluable(IReadOnlyList<ClusterShortfall> shortfalls) =>
        "no codes held for " + string.Join(", ", shortfalls
            .Where(s => s.Role is ClusterRole.Population or ClusterRole.Achieve && s.Completeness == Completeness.None)
            .Select(s => s.Cluster).Distinct());

    public static string Incomplete(IReadOnlyList<ClusterShortfall> shortfalls) =>
        string.Join("; ", shortfalls.GroupBy(s => s.Effect).OrderBy(g => g.Key).Select(OfEffect));

    public static string IncompleteGroups(IReadOnlyList<ClusterShortfall> shortfalls) =>
        $"groups lack codes of {Clusters(shortfalls)}: a patient may be in the wrong one";

    private static string OfEffect(IGrouping<GapEffect, ClusterShortfall> group)
    {
        var roles = group.Select(s => s.Role).Distinct().Order().Select(RowsOf).ToList();
        var rows = roles.Count == 1 ? roles[0] : string.Join(", ", roles[..^1]) + " and " + roles[^1];
        return $"{rows} rows lack codes of {Clusters(group)}: {Consequence(group.Key)}";
    }

    private static string Clusters(IEnumerable<ClusterShortfall> shortfalls) => string.Join(", ", shortfalls
        .DistinctBy(s => s.Cluster)
        .Select(s => $"{s.Cluster} ({(s.Completeness == Completeness.None ? "none" : "partly")} held)"));

    private static string RowsOf(ClusterRole role) => role == ClusterRole.Population ? "register" : role.ToString().ToLowerInvariant();

    private static string Consequence(GapEffect effect) => effect switch
    {
        GapEffect.PopulationUncertain => "population may be wrong",
        GapEffect.DenominatorTooLarge => "denominator may be too large",
        GapEffect.NumeratorTooSmall => "numerator may be too small",
        _ => "outcome may be wrong either way",
    };
}
