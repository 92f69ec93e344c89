using QofFhir.Definitions.Versions;

namespace QofFhir.Definitions.Rulesets;

/// <summary>All rulesets, linked: what each includes, and the registers, indicators and strata that all of them share one name space for.</summary>
internal sealed class RulesetLibrary
{
    private readonly Dictionary<string, Scope> _scopes = new(StringComparer.Ordinal);

    public RulesetLibrary(IReadOnlyList<RulesetFile> rulesets, MistakeList mistakes)
    {
        foreach (var ruleset in rulesets)
        {
            if (!_scopes.TryAdd(ruleset.Name, new Scope(ruleset)))
            {
                mistakes.Add(ruleset.File.Top, $"another file is called {ruleset.Name} too");
            }

            Gather(Registers, ruleset.Registers, "register", mistakes);
            Gather(Indicators, ruleset.Indicators, "indicator", mistakes);
            Gather(Strata, ruleset.Strata, "stratum", mistakes);
        }

        foreach (var scope in _scopes.Values)
        {
            Link(scope, mistakes);
        }

        Complete = rulesets.All(r => r.Readable);
    }

    public IEnumerable<Scope> Scopes => _scopes.Values;

    public Dictionary<string, Definition<RegisterSyntax>> Registers { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Definition<IndicatorSyntax>> Indicators { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Definition<StratumSyntax>> Strata { get; } = new(StringComparer.Ordinal);

    /// <summary>False when some ruleset could not be read.</summary>
    public bool Complete { get; }

    public IEnumerable<string> Names => _scopes.Keys;

    public Scope Of(RulesetFile ruleset) => _scopes[ruleset.Name];

    public Scope? Find(string ruleset) => _scopes.GetValueOrDefault(ruleset);

    private void Link(Scope scope, MistakeList mistakes)
    {
        foreach (var include in scope.Ruleset.Includes)
        {
            if (include.Name == scope.Ruleset.Name || scope.Ruleset.Includes.Count(i => i.Name == include.Name) > 1)
            {
                mistakes.Add(include.Place, $"{include.Name} is seen already");
            }
            else if (Find(include.Name) is { } other)
            {
                scope.Include(other.Ruleset, mistakes);
            }
            else
            {
                mistakes.Add(include.Place, $"unknown ruleset {include.Name}{Suggestion.For(include.Name, Names)}");
            }
        }
    }

    private static void Gather<T>(
        Dictionary<string, Definition<T>> all, Dictionary<string, Definition<T>> own, string what, MistakeList mistakes)
        where T : class
    {
        foreach (var definition in own.Values)
        {
            if (!all.TryAdd(definition.Name, definition))
            {
                var first = all[definition.Name].Place;
                mistakes.Add(definition.Place, $"{what} {definition.Name} is defined twice, first in {first.File} line {first.Line}");
            }
        }
    }
}
