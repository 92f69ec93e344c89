using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;

namespace QofFhir.Definitions.ValueSets;

/// <summary>What an import does to the indicators.</summary>
public static class ImportEffect
{
    /// <summary>The indicators with rules whose state changes, in the order of their frameworks. Frameworks with mistakes are left out.</summary>
    /// <param name="root">Holds <c>frameworks/</c> and <c>rulesets/</c>, and the <c>valuesets/</c> that clusters which the report does not know are judged by.</param>
    public static IReadOnlyList<EvaluabilityChange> Of(string root, ImportReport report)
    {
        var others = ValueSetFolder.Read(Path.Combine(root, "valuesets"), [])
            .ToDictionary(f => f.Content.Name, f => AsJudged(f.Content.Name, f.Content.Completeness), StringComparer.Ordinal);
        var before = Frameworks(root, others, report.Clusters.Where(c => c.Before is not null).Select(c => AsJudged(c.Cluster, c.Before)));
        var after = Frameworks(root, others, report.Clusters.Select(c => AsJudged(c.Cluster, c.After)));
        return
        [
            .. from framework in after.Values
               where before.ContainsKey(framework.Id)
               from pair in before[framework.Id].Indicators.Zip(framework.Indicators)
               where pair.Second.Rule is not null && pair.First.Evaluability.State != pair.Second.Evaluability.State
               select new EvaluabilityChange(
                   framework.Id, pair.Second.Id, pair.Second.Points, pair.First.Evaluability.State, pair.Second.Evaluability),
        ];
    }

    private static SortedDictionary<string, Framework> Frameworks(
        string root, Dictionary<string, Cluster> others, IEnumerable<Cluster> imported)
    {
        var clusters = new Dictionary<string, Cluster>(others, StringComparer.Ordinal);
        foreach (var cluster in imported)
        {
            clusters[cluster.Name] = cluster;
        }

        var mistakes = new MistakeList();
        var frameworks = DefinitionSet
            .Read(DefinitionFolder.Read(root, "rulesets", mistakes), DefinitionFolder.Read(root, "frameworks", mistakes), mistakes)
            .Compile(clusters, sampleCodes: false);
        var broken = mistakes.Mistakes.Select(m => m.File).ToHashSet(StringComparer.Ordinal);
        return new SortedDictionary<string, Framework>(
            frameworks.Where(f => f.Framework is not null && !f.Files.Any(broken.Contains)).ToDictionary(f => f.Id, f => f.Framework!),
            StringComparer.Ordinal);
    }

    // How much of a list is held decides; which codes they are does not.
    private static Cluster AsJudged(string name, Completeness? completeness) =>
        new(name, ClusterClass.Code, new HashSet<string>(), completeness ?? Completeness.Partial, "");
}
