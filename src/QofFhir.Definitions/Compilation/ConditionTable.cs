using QofFhir.Core.Rules;
using QofFhir.Definitions.Language;
using QofFhir.Definitions.Rulesets;
using QofFhir.Definitions.Versions;

namespace QofFhir.Definitions.Compilation;

/// <summary>Resolves each named condition once; all who use it share the result.</summary>
internal sealed class ConditionTable(CompilationContext context)
{
    private readonly Dictionary<object, Condition> _conditions = new(ReferenceEqualityComparer.Instance);

    public Condition Named(NameRef name, Scope scope)
    {
        if (scope.Conditions.TryGetValue(name.Name, out var definition))
        {
            return Named(definition, name.Place);
        }

        if (scope.Complete)
        {
            context.Mistakes.Add(name.Place, scope.Fields.ContainsKey(name.Name)
                ? $"{name.Name} is a field and no condition: write {name.Name}_DAT is present, or compare it"
                : $"unknown condition {name.Name}{Suggestion.For(name.Name, scope.Conditions.Keys)}");
        }

        return Condition.Always.Instance;
    }

    public Condition Named(Definition<LinesSyntax> definition, Place at)
    {
        if (_conditions.TryGetValue(definition, out var known))
        {
            return known;
        }

        if (!context.Circles.Enter(definition, definition.Name, definition.Place))
        {
            return Condition.Always.Instance;
        }

        var lines = context.ContentOf(definition, at)?.Lines ?? [];
        var condition = new Condition.Named(
            definition.Name, string.Join(" and ", lines.Select(l => l.Text)), AllOf(lines, context.Resolver(definition.Owner)),
            definition.Owner.Origin);
        context.Circles.Leave();
        _conditions.Add(definition, condition);
        return condition;
    }

    /// <summary>One condition that holds when every line does; always, when there is none.</summary>
    public static Condition AllOf(IEnumerable<LineSyntax> lines, ExpressionResolver resolver)
    {
        var conditions = lines.Select(l => l.Condition).OfType<ConditionSyntax>().Select(resolver.Condition).ToList();
        return conditions.Count switch
        {
            0 => Condition.Always.Instance,
            1 => conditions[0],
            _ => new Condition.All(conditions),
        };
    }
}
