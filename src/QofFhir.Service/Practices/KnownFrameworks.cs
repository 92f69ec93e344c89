using QofFhir.Core.Achievement;
using QofFhir.Core.Improvement;
using QofFhir.Definitions;
using QofFhir.Fhir.Writing;

namespace QofFhir.Service.Practices;

/// <summary>All frameworks of the definitions: an aggregator may hold reports of any. They are loaded when one beside the service's own is first asked for.</summary>
internal sealed class KnownFrameworks
{
    private readonly RuleBook _rules;
    private readonly Lazy<DefinitionLibrary> _library;

    private readonly Lazy<IReadOnlyDictionary<string, Framework>> _ofModules;

    public KnownFrameworks(ServicePlan plan, RuleBook rules)
    {
        _rules = rules;
        _library = new(() => DefinitionLibrary.Load(plan.Definitions ?? DefinitionLibrary.DefaultRoot, plan.CodePacks));
        _ofModules = new(() => _library.Value.Modules
            .SelectMany(m => new[] { m.Measures, ModuleCompletion.FrameworkOf(m, m.Years[0]) }).OfType<Framework>()
            .ToDictionary(f => f.Id, StringComparer.Ordinal));
    }

    /// <summary>Of the years, then those of quality improvement modules: their measures, and their completion.</summary>
    public IEnumerable<string> Ids => _library.Value.Frameworks.Where(f => !f.HasMistakes).Select(f => f.Id).Concat(_ofModules.Value.Keys);

    /// <returns>Null when the definitions do not have it.</returns>
    public Framework? Find(string id) =>
        _rules.Loaded?.Framework is { } loaded && loaded.Id == id ? loaded
        : _library.Value.Frameworks.Any(f => f.Id == id) ? _library.Value.Framework(id)
        : _ofModules.Value.GetValueOrDefault(id);

    /// <summary>The framework and indicator of a Measure: its id, <c>Measure/id</c>, or its canonical with or without version.</summary>
    public (Framework Framework, FrameworkIndicator Indicator)? Measure(string named)
    {
        var plain = named.Split('|')[0];
        var id = plain[(plain.LastIndexOf('/') + 1)..];
        var name = _rules.Loaded?.Framework is { } own && id.StartsWith(own.Id + "-", StringComparison.Ordinal)
            ? own.Id
            : _library.Value.Frameworks.Select(f => f.Id).Concat(_ofModules.Value.Keys).FirstOrDefault(f => id.StartsWith(f + "-", StringComparison.Ordinal));
        return name is not null && Find(name) is { } framework && framework.Reported.FirstOrDefault(i => MeasureIdentity.Of(framework, i).Id == id) is { } indicator
            ? (framework, indicator)
            : null;
    }

    /// <summary>The completion frameworks of modules that say what these attested indicators come to.</summary>
    public IEnumerable<string> Completions(IReadOnlyCollection<string> attested) =>
        _ofModules.Value.Values.Where(f => f.Indicators.Any(i => attested.Contains(i.Id))).Select(f => f.Id);

    /// <summary>What an indicator is; null where the definitions do not have it.</summary>
    public FrameworkIndicator? Indicator(string framework, string id) => Find(framework)?.Reported.FirstOrDefault(i => i.Id == id);
}
