using System.Collections.Concurrent;
using System.Text;
using QofFhir.Core.Improvement;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;
using QofFhir.Definitions;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Improvement;

/// <summary>The modules that this service knows: those of the definitions, and those that networks sent.</summary>
internal sealed class ModuleBook(RuleBook rules, LocalModuleStore local, PlanStore plans)
{
    private readonly ConcurrentDictionary<string, LoadedModule> _standing = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, LoadedModule?> _local = [];

    /// <summary>Standing ones first, each in the order of identifiers. Empty until the definitions are loaded; one with mistakes is left out.</summary>
    public IReadOnlyList<ImprovementModule> All => rules.Library is not { } library ? [] : [
        .. library.Modules,
        .. local.Latest().Select(Read).OfType<LoadedModule>().Select(m => m.Module)];

    /// <returns>Null when there is no such module, or it cannot be used.</returns>
    public LoadedModule? Find(string id) =>
        rules.Library is not { } library ? null
        : library.Modules.FirstOrDefault(m => m.Id == id) is { } standing ? _standing.GetOrAdd(id, _ => new LoadedModule(standing, library))
        : local.Latest().FirstOrDefault(m => m.Module == id) is { } text ? Read(text)
        : null;

    /// <summary>Takes a module that a network wrote; it is kept when it has no mistakes and is named as it is addressed.</summary>
    /// <param name="mistakes">Why it is not taken.</param>
    public ImprovementModule? Take(string id, byte[] yaml, string by, out IReadOnlyList<DefinitionMistake> mistakes)
    {
        var module = Local(id, yaml, out mistakes);
        if (module?.Id == id)
        {
            local.Put(id, Encoding.UTF8.GetString(yaml), by);
        }

        return module;
    }

    /// <summary>What a run of a practice fetches: beside the framework's clusters those of the modules that are offered in its year, and of those that the practice has begun.</summary>
    public EvaluationPlan Asked(LoadedFramework rule, string practice)
    {
        var plan = rule.Framework.Plan;
        var begun = plans.OfPractice(practice).Select(p => p.Module).ToHashSet(StringComparer.Ordinal);
        var more = All.Where(m => (!m.Local && m.Years.Contains(rule.Framework.YearStart)) || begun.Contains(m.Id)).SelectMany(m => m.Measures?.Plan.Clusters ?? []);
        return plan with { Clusters = [.. plan.Clusters.Concat(more).DistinctBy(c => c.Name)] };
    }

    /// <summary>Definitions may have changed since it was sent; then it is not there until it is sent anew.</summary>
    private LoadedModule? Read(LocalModuleText text) => _local.GetOrAdd(
        text.Id, key => Local(text.Module, Encoding.UTF8.GetBytes(text.Yaml), out _) is { } module ? new LoadedModule(module, rules.Library!) : null);

    private ImprovementModule? Local(string id, byte[] yaml, out IReadOnlyList<DefinitionMistake> mistakes)
    {
        mistakes = [];
        try
        {
            return rules.Library!.LocalModule($"{id}.yaml", yaml);
        }
        catch (DefinitionException fault)
        {
            mistakes = fault.Mistakes;
            return null;
        }
    }
}

/// <summary>A module, and what a reader must know about codes for it.</summary>
internal sealed record LoadedModule(ImprovementModule Module, DefinitionLibrary Library)
{
    private readonly Lazy<CodeIndex?> _codes = new(() => Module.Measures is { } measures ? Library.CodeIndex(measures) : null);

    public CodeIndex? Codes => _codes.Value;
}
