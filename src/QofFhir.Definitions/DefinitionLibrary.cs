using QofFhir.Core.Achievement;
using QofFhir.Core.Improvement;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;
using QofFhir.Definitions.Care;
using QofFhir.Definitions.Compilation;
using QofFhir.Definitions.Frameworks;
using QofFhir.Definitions.Improvement;
using QofFhir.Definitions.ValueSets;

namespace QofFhir.Definitions;

/// <summary>The front door of the definitions: loads frameworks, rulesets and value sets, and gives frameworks ready to be evaluated.</summary>
/// <remarks>Loaded once a process. Neither the library nor what it gives changes afterwards, so all threads may share them; new definitions are a new library.</remarks>
public sealed class DefinitionLibrary
{
    /// <summary>Read as blood pressure whether or not a ruleset of the framework asks for the pair.</summary>
    private static readonly string[] PressureClusters = ["BP_COD", "CLINBP_COD", "HOMEAMBBP_COD"];

    private readonly ValueSetLibrary _valueSets;
    private readonly DefinitionSet _definitions;
    private readonly IReadOnlyList<Core.Prompts.Care> _care;
    private readonly Dictionary<string, CompiledFramework> _frameworks;

    private DefinitionLibrary(
        ValueSetLibrary valueSets, DefinitionSet definitions, IReadOnlyList<Core.Prompts.Care> care, IReadOnlyList<CompiledFramework> frameworks,
        IReadOnlyList<DefinitionMistake> mistakes, IReadOnlyList<DefinitionMistake> notes)
    {
        (_valueSets, _definitions, _care) = (valueSets, definitions, care);
        _frameworks = frameworks.ToDictionary(f => f.Id, StringComparer.Ordinal);
        Mistakes = mistakes;
        Notes = notes;
        Frameworks = [.. frameworks.Select(f => f.Framework).OfType<Framework>().Select(Summary)];
        Modules = [.. definitions.Modules.Where(m => m.Module is not null && MistakesOf(m.Files).Count == 0).Select(m => m.Module!)];
    }

    /// <summary>The definitions that travel beside the program.</summary>
    public static string DefaultRoot => AppContext.BaseDirectory;

    /// <summary>Everything wrong in any file, in order of file, line and column.</summary>
    public IReadOnlyList<DefinitionMistake> Mistakes { get; }

    /// <summary>What is allowed and yet likely not meant; notes stop nothing.</summary>
    public IReadOnlyList<DefinitionMistake> Notes { get; }

    /// <summary>The frameworks in order of their files; one whose file is no framework at all is only among the mistakes.</summary>
    public IReadOnlyList<FrameworkSummary> Frameworks { get; }

    /// <summary>The quality improvement modules without mistakes, in order of their files.</summary>
    public IReadOnlyList<ImprovementModule> Modules { get; }

    /// <summary>Of all modules, those with mistakes among them, in order.</summary>
    public IReadOnlyList<string> ModuleIds => [.. _definitions.Modules.Select(m => m.Id).Order(StringComparer.Ordinal)];

    /// <summary>Loads and compiles everything. Bad content never throws: it is gathered in <see cref="Mistakes"/>.</summary>
    /// <param name="root">Holds <c>frameworks/</c>, <c>rulesets/</c> and <c>valuesets/</c>, and <c>care/</c> where prompts are to name what settles care.</param>
    /// <param name="codePacks">Folders of further value sets, laid over the standing ones in this order.</param>
    public static DefinitionLibrary Load(string root, params IReadOnlyList<string> codePacks)
    {
        var mistakes = new MistakeList();
        var (inValueSets, notes) = (new List<DefinitionMistake>(), new List<DefinitionMistake>());
        ValueSetLibrary? valueSets = null;
        DefinitionSet? definitions = null;
        var careReader = new CareReader(mistakes);
        IReadOnlyList<Core.Prompts.Care> care = [.. DefinitionFolder.Read(root, "care", mistakes, needed: false).SelectMany(careReader.Read)];
        Parallel.Invoke(
            () => valueSets = ValueSetLibrary.Load(Path.Combine(root, "valuesets"), codePacks, inValueSets, notes),
            () => definitions = DefinitionSet.Read(
                DefinitionFolder.Read(root, "rulesets", mistakes), DefinitionFolder.Read(root, "frameworks", mistakes), mistakes,
                DefinitionFolder.Read(root, "frameworks/qi", mistakes, needed: false)));
        mistakes.AddRange(inValueSets);
        foreach (var cluster in careReader.Clusters.Where(c => !valueSets!.Clusters.ContainsKey(c.Name)))
        {
            mistakes.Add(cluster.Place, $"unknown cluster {cluster.Name}{Suggestion.For(cluster.Name, valueSets!.Clusters.Keys)}");
        }

        var frameworks = definitions!.Compile(valueSets!.Clusters, valueSets.IncludesSampleCodes, care);
        return new DefinitionLibrary(valueSets, definitions, care, frameworks, mistakes.Mistakes, [.. notes, .. mistakes.Notes]);
    }

    /// <summary>The framework of this id, compiled.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message lists those that there are.</exception>
    /// <exception cref="DefinitionException">Mistakes concern it: in its file, its rulesets or the value sets.</exception>
    public Framework Framework(string id)
    {
        if (!_frameworks.TryGetValue(id, out var compiled))
        {
            throw new KeyNotFoundException(
                $"unknown framework {id}; known: {string.Join(", ", _frameworks.Keys.Order(StringComparer.Ordinal))}");
        }

        var mistakes = MistakesOf(compiled.Files);
        return mistakes.Count == 0 && compiled.Framework is { } framework
            ? framework
            : throw new DefinitionException($"framework {id}", mistakes);
    }

    /// <summary>The quality improvement module of this id, its measures compiled.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message lists those that there are.</exception>
    /// <exception cref="DefinitionException">Mistakes concern it: in its file, its rulesets or the value sets.</exception>
    public ImprovementModule Module(string id)
    {
        var compiled = _definitions.Modules.FirstOrDefault(m => m.Id == id)
            ?? throw new KeyNotFoundException(
                $"unknown module {id}; known: {string.Join(", ", ModuleIds)}");
        var mistakes = MistakesOf(compiled.Files);
        return mistakes.Count == 0 && compiled.Module is { } module ? module : throw new DefinitionException($"module {id}", mistakes);
    }

    /// <summary>A module that a network wrote itself, in one file: the module and, after a line of three dashes, a ruleset of its own. Nothing of it stays with the library.</summary>
    /// <param name="name">What mistakes call the file.</param>
    /// <param name="yaml">In UTF-8; from anyone, because size, nesting, rules and the cost of deciding are limited, and what YAML can point to is refused.</param>
    /// <exception cref="DefinitionException">It has mistakes or asks for too much; each with line and column.</exception>
    public ImprovementModule LocalModule(string name, ReadOnlySpan<byte> yaml, LocalModuleLimits? limits = null) =>
        new LocalModules(_definitions, _valueSets.Clusters, _valueSets.IncludesSampleCodes, _care, limits ?? new LocalModuleLimits()).Read(name, yaml);

    /// <summary>What a reader must know about codes for this framework: any code of any value set is wanted.</summary>
    public CodeIndex CodeIndex(Framework framework)
    {
        var plan = framework.Plan;
        var pressures = PressureClusters.ToHashSet(StringComparer.Ordinal);
        var units = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var filter in plan.Fields.Select(Uses.FilterOf).OfType<EventFilter>())
        {
            var clusters = filter.Clusters.Select(c => plan.Clusters[c]).ToList();
            if (filter.WithPressure)
            {
                pressures.UnionWith(clusters.Select(c => c.Name));
            }

            if (filter.Value is { } value)
            {
                // A plain number has the unit of one; without an entry here its value would never be read.
                foreach (var code in clusters.SelectMany(c => c.Codes))
                {
                    if (value.Unit is not null || !units.ContainsKey(code))
                    {
                        units[code] = value.Unit ?? "";
                    }
                }
            }
        }

        return new CodeIndex(
            _valueSets.Clusters.Values.Concat(plan.Clusters).SelectMany(c => c.Codes).ToHashSet(StringComparer.Ordinal),
            _valueSets.Clusters.Values.Where(c => pressures.Contains(c.Name)).SelectMany(c => c.Codes).ToHashSet(StringComparer.Ordinal),
            _valueSets.PressureParts,
            units);
    }

    /// <summary>The value set of this name, as it is published.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public PublishedValueSet ValueSet(string name) => _valueSets.Published(name);

    /// <summary>What the codes are called by which an adjustment can be recorded, by <see cref="CodeKey"/>.</summary>
    public IReadOnlyDictionary<string, string> AdjustmentTerms(Framework framework)
    {
        var terms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (code, term) in Core.Prompts.Prompter.AdjustmentClusters(framework).SelectMany(_valueSets.Terms))
        {
            terms.TryAdd(code, term);
        }

        return terms;
    }

    private FrameworkSummary Summary(Framework framework)
    {
        var broken = MistakesOf(_frameworks[framework.Id].Files).Count > 0;
        var evaluable = broken
            ? []
            : framework.Indicators.Where(i => i.Evaluability.State != EvaluabilityState.NotEvaluable).ToList();
        return new FrameworkSummary(
            framework.Id, framework.Title, framework.YearStart, framework.Rules, framework.Points, framework.Indicators.Count,
            evaluable.Count, evaluable.Sum(i => i.Points), broken);
    }

    /// <summary>Mistakes in its own files, and in any file that is neither ruleset nor framework: value sets are shared by all.</summary>
    private List<DefinitionMistake> MistakesOf(IReadOnlySet<string> files) =>
        [.. Mistakes.Where(m => files.Contains(m.File) || !DefinitionFolder.Holds(m.File))];
}
