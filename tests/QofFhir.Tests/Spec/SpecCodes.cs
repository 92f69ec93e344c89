using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using QofFhir.Core.Rules;
using QofFhir.Tests.House;

namespace QofFhir.Tests.Spec;

/// <summary>The clusters of a plan by the names that tables use, and which of their codes stand for them. Kept for each list of clusters, because a broken plan shares it with the sound one.</summary>
internal sealed class SpecCodes
{
    private static readonly ConditionalWeakTable<IReadOnlyList<Cluster>, SpecCodes> Known = [];

    private readonly Dictionary<string, Cluster> _clusters;
    private readonly Dictionary<string, int> _holders;
    private readonly ConcurrentDictionary<string, string[]> _codes = new(StringComparer.Ordinal);

    private SpecCodes(IReadOnlyList<Cluster> clusters)
    {
        _clusters = clusters.ToDictionary(c => c.Name, StringComparer.Ordinal);
        _holders = clusters.SelectMany(c => c.Codes).CountBy(code => code).ToDictionary(StringComparer.Ordinal);
    }

    public static SpecCodes Of(EvaluationPlan plan) => Known.GetValue(plan.Clusters, c => new SpecCodes(c));

    /// <param name="name">Without its <c>_COD</c>.</param>
    public Cluster Cluster(string name) => _clusters.GetValueOrDefault(name + "_COD")
        ?? throw new InvalidOperationException($"the framework's rules use no cluster {name}_COD");

    /// <summary>The first, second and so on of those codes that as few other clusters as possible hold too.</summary>
    public string Code(string name, int number)
    {
        var codes = Codes(name);
        return codes.ElementAtOrDefault(number - 1)
            ?? throw new InvalidOperationException($"{name}_COD has {codes.Length} codes, not {number}");
    }

    private string[] Codes(string name) =>
        _codes.GetOrAdd(name, n => [.. Cluster(n).Codes.OrderBy(c => _holders[c]).ThenBy(c => c, StringComparer.Ordinal).Take(9)]);

    /// <summary>Every code that <see cref="Code"/> can give.</summary>
    public HashSet<string> Named() => [.. _clusters.Keys.SelectMany(name => Codes(name[..^"_COD".Length]))];

    /// <summary>Whether the framework's rules use the cluster; when they do not, it is one that other years' rules use.</summary>
    public bool Uses(string name) => _clusters.ContainsKey(name + "_COD")
        || (File.Exists(Path.Combine(Repository.Root, "valuesets", name + "_COD.json"))
            ? false
            : throw new InvalidOperationException($"there is no cluster {name}_COD"));
}
