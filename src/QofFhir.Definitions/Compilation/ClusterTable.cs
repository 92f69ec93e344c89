using QofFhir.Core.Rules;
using QofFhir.Definitions.Language;
using QofFhir.Definitions.Rulesets;

namespace QofFhir.Definitions.Compilation;

/// <summary>Numbers the clusters of a plan; a union is taken apart into its clusters.</summary>
internal sealed class ClusterTable(CompilationContext context, IReadOnlyDictionary<string, Cluster> clusters)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<Cluster> _clusters = [];

    public IReadOnlyList<Cluster> All => _clusters;

    /// <summary>The numbers of the clusters that the names stand for, each once.</summary>
    public IReadOnlyList<int> NumbersOf(IEnumerable<NameRef> names, Scope scope)
    {
        var numbers = new List<int>();
        foreach (var name in names)
        {
            Add(name, scope, numbers);
        }

        return [.. numbers.Distinct()];
    }

    private void Add(NameRef name, Scope scope, List<int> numbers)
    {
        if (name.Name.EndsWith(Names.ClusterSuffix, StringComparison.Ordinal))
        {
            if (NumberOf(name) is { } number)
            {
                numbers.Add(number);
            }
        }
        else if (!scope.Unions.TryGetValue(name.Name, out var union))
        {
            if (scope.Complete)
            {
                context.Mistakes.Add(
                    name.Place,
                    $"unknown cluster {name.Name}: neither a cluster, which ends in {Names.ClusterSuffix}, nor a union under `clusters`"
                    + Suggestion.For(name.Name, scope.Unions.Keys));
            }
        }
        else if (context.Circles.Enter(union, union.Name, union.Place))
        {
            foreach (var member in context.ContentOf(union, name.Place)?.Members ?? [])
            {
                Add(member, context.Rulesets.Of(union.Owner), numbers);
            }

            context.Circles.Leave();
        }
    }

    private int? NumberOf(NameRef name)
    {
        if (_numbers.TryGetValue(name.Name, out var number))
        {
            return number;
        }

        if (!clusters.TryGetValue(name.Name, out var cluster))
        {
            context.Mistakes.Add(name.Place, $"no value set for cluster {name.Name}{Suggestion.For(name.Name, clusters.Keys)}");
            return null;
        }

        _clusters.Add(cluster);
        _numbers.Add(name.Name, _clusters.Count - 1);
        return _clusters.Count - 1;
    }
}
