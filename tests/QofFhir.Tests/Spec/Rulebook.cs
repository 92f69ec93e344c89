using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;
using QofFhir.Definitions;
using QofFhir.Tests.House;

namespace QofFhir.Tests.Spec;

/// <summary>The definitions of this checkout with the sample code pack, loaded once.</summary>
internal static class Rulebook
{
    private static readonly Lazy<DefinitionLibrary> Definitions =
        new(() => DefinitionLibrary.Load(Repository.Root, Path.Combine(Repository.Root, "samples", "valuesets")));

    private static readonly Dictionary<string, Framework> WithRules = [];

    private static readonly Dictionary<string, Framework> Smaller = [];

    public static string[] FrameworkIds { get; } =
        ["qof-england-2018-19", "qof-england-2019-20", "qof-england-2024-25", "qof-england-2025-26", "qof-england-2026-27"];

    /// <summary>The measures of modules, by the ids of their frameworks.</summary>
    public static string[] MeasureIds { get; } = ["qi-prescribing-safety", "qi-end-of-life"];

    public static DefinitionLibrary Library => Definitions.Value;

    /// <summary>A framework, or the measures of a module, as the library gives it.</summary>
    public static Framework Loaded(string id) =>
        MeasureIds.Contains(id) ? Library.Module(id["qi-".Length..]).Measures! : Library.Framework(id);

    /// <summary>A framework with the indicators that have rules over patients. Its clusters without codes, those whose codes are all the codes of another, and those whose codes all stand on an incomplete list of another get some that no record has, because the tables try rules and not lists of codes.</summary>
    public static Framework Framework(string id)
    {
        lock (WithRules)
        {
            if (!WithRules.TryGetValue(id, out var framework))
            {
                var loaded = Loaded(id);
                WithRules.Add(id, framework = loaded with
                {
                    Indicators = [.. loaded.Indicators
                        .Where(i => i.Rule is { } rule && loaded.Plan.Indicators[rule] is not IndicatorRule.Attestation)
                        .Select(i => i with { Evaluability = Evaluability.Complete })],
                    Plan = loaded.Plan with { Clusters = [.. loaded.Plan.Clusters.Select(c => NeedsCodes(c, loaded.Plan.Clusters) ? Filled(c) : c)] },
                });
            }

            return framework;
        }
    }

    /// <summary>The same, with those codes only that a table can name: every evaluation lays out all codes of its plan, and the tables are evaluated thousands of times.</summary>
    public static Framework Small(string id)
    {
        lock (Smaller)
        {
            if (!Smaller.TryGetValue(id, out var small))
            {
                var framework = Framework(id);
                Smaller.Add(id, small = framework.WithCodes(SpecCodes.Of(framework.Plan).Named()));
            }

            return small;
        }
    }

    public static Framework WithCodes(this Framework framework, HashSet<string> codes) => framework with
    {
        Plan = framework.Plan with { Clusters = [.. framework.Plan.Clusters.Select(c => c with { Codes = c.Codes.Where(codes.Contains).ToHashSet(StringComparer.Ordinal) })] },
    };

    public static IndicatorRule Rule(this Framework framework, FrameworkIndicator indicator) => framework.Plan.Indicators[indicator.Rule!.Value];

    private static bool NeedsCodes(Cluster cluster, IEnumerable<Cluster> all) =>
        cluster.Codes.Count == 0 || all.Any(other => other != cluster && (other.Completeness == Completeness.Partial
            ? cluster.Codes.IsSubsetOf(other.Codes)
            : other.Codes.SetEquals(cluster.Codes)));

    private static Cluster Filled(Cluster cluster) =>
        cluster with { Codes = new[] { "1", "2", "3" }.Select(n => $"spec|{cluster.Name}-{n}").ToHashSet(), Completeness = Completeness.Full };
}
