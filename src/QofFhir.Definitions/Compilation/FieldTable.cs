using QofFhir.Core.Rules;
using QofFhir.Definitions.Language;
using QofFhir.Definitions.Rulesets;
using QofFhir.Definitions.Versions;

namespace QofFhir.Definitions.Compilation;

/// <summary>Numbers the fields of a plan, each behind those that it uses. Fields of several rulesets that are equal are one.</summary>
internal sealed class FieldTable(CompilationContext context)
{
    private readonly Dictionary<object, int?> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private readonly List<FieldRule> _fields = [];
    private readonly List<Place> _places = [];

    public IReadOnlyList<FieldRule> All => _fields;

    public UnitLedger Units { get; } = new(context);

    /// <summary>Where the field is defined.</summary>
    public Place PlaceOf(int field) => _places[field];

    /// <summary>The number of the field of this name; null when there is none, which is then among the mistakes.</summary>
    public int? NumberOf(string name, Scope scope, Place at)
    {
        if (scope.Fields.TryGetValue(name, out var definition))
        {
            return NumberOf(definition, at);
        }

        if (scope.Complete)
        {
            context.Mistakes.Add(at, $"unknown field {name}{Suggestion.For(name, scope.Fields.Keys)}");
        }

        return null;
    }

    public int? NumberOf(Definition<FieldSyntax> definition, Place at)
    {
        if (_numbers.TryGetValue(definition, out var known))
        {
            return known;
        }

        if (!context.Circles.Enter(definition, definition.Name, definition.Place))
        {
            return null;
        }

        int? number = context.ContentOf(definition, at) is { } syntax
            ? Add(Resolve(definition, syntax) with { Origin = definition.Owner.Origin }, definition)
            : null;
        context.Circles.Leave();
        _numbers.Add(definition, number);
        return number;
    }

    private FieldRule Resolve(Definition<FieldSyntax> definition, FieldSyntax syntax)
    {
        var resolver = context.Resolver(definition.Owner);
        var (name, text) = (definition.Name, syntax.Text);
        return syntax switch
        {
            FieldSyntax.Select s => new FieldRule.Select(s.Pick, Filter(s.Filter, resolver)) { Name = name, Text = text },
            FieldSyntax.Count c => new FieldRule.Count(c.Counted, Filter(c.Filter, resolver)) { Name = name, Text = text },
            FieldSyntax.HowMany h => new FieldRule.HowMany([.. h.Conditions.Select(resolver.Condition)]) { Name = name, Text = text },
            _ => new FieldRule.Computed(resolver.Date(((FieldSyntax.Computed)syntax).On)) { Name = name, Text = text },
        };
    }

    private EventFilter Filter(FilterSyntax filter, ExpressionResolver resolver)
    {
        var clusters = context.Clusters.NumbersOf(filter.Clusters, resolver.Scope);
        if (filter.Value is not null && context.ChecksAll)
        {
            Units.Declare(clusters.Select(c => context.Clusters.All[c]), filter.Value.Unit, filter.ValuePlace);
        }

        return new EventFilter(
            clusters, filter.Value, filter.WithPressure, filter.NewEpisode,
            [.. filter.Bounds.Select(b => new DateBound(b.Kind, resolver.Date(b.On)))]);
    }

    private int Add(FieldRule rule, Definition<FieldSyntax> definition)
    {
        // Same name, same words and same meaning of those words. What a count of conditions means lies in
        // conditions that two rulesets may name alike, so those stay apart.
        var owner = rule is FieldRule.HowMany ? definition.Owner.Name : "";
        var key = string.Join('|', [owner, rule.Name, rule.Text, .. Uses.Clusters(rule), "", .. Uses.Fields(rule)]);
        if (!_known.TryGetValue(key, out var number))
        {
            number = _fields.Count;
            _known.Add(key, number);
            _fields.Add(rule);
            _places.Add(definition.Place);
        }

        return number;
    }
}
