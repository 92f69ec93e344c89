using QofFhir.Core.Improvement;
using QofFhir.Core.Rules;
using QofFhir.Definitions.Compilation;
using QofFhir.Definitions.Frameworks;
using QofFhir.Definitions.Rulesets;
using QofFhir.Definitions.Versions;

namespace QofFhir.Definitions.Improvement;

/// <summary>Loads a module that a network wrote itself: the module, and after a line of three dashes the rules that only it has. What comes from elsewhere is limited before it is looked at closer.</summary>
internal sealed class LocalModules(
    DefinitionSet definitions, IReadOnlyDictionary<string, Cluster> clusters, bool sampleCodes, IReadOnlyList<Core.Prompts.Care> care,
    LocalModuleLimits limits)
{
    private readonly MistakeList _mistakes = new();

    /// <exception cref="DefinitionException">The file has mistakes or asks for too much.</exception>
    public ImprovementModule Read(string name, ReadOnlySpan<byte> yaml)
    {
        if (yaml.Length > limits.Bytes)
        {
            _mistakes.Add(new Place(name, 1, 1), $"the file has {yaml.Length} bytes; at most {limits.Bytes} are allowed");
            throw Refused(name);
        }

        var file = DefinitionFolder.Read(name, yaml, _mistakes);
        if (yaml.Contains((byte)0))
        {
            // Not to PostgreSQL, also in a comment.
            _mistakes.Add(file.Top, "the file holds a sign 0: it is no text");
        }

        var documents = file.Documents().Take(3).ToList();
        if (documents.Count > 2)
        {
            _mistakes.Add(file.Top, "a local module is one file: the module, a line of three dashes, and one ruleset");
        }

        Stop(name);
        var module = new ModuleReader(_mistakes).Read(documents.Count > 0 ? documents[0] : file, named: false);
        var rules = documents.Count > 1 ? new RulesetReader(_mistakes).Read(documents[1]) : null;
        if (rules is not null && RuleCount.Of(rules) is var count && count > limits.Rules)
        {
            _mistakes.Add(rules.File.Top, $"the file has {count} rules; at most {limits.Rules} are allowed");
        }

        Stop(name);
        return Compile(name, module!, rules);
    }

    private ImprovementModule Compile(string name, ModuleFile module, RulesetFile? rules)
    {
        if (definitions.Modules.Any(m => m.Id == module.Id))
        {
            _mistakes.Add(module.Place, $"{module.Id} is the name of a standing module: choose another");
        }

        var known = new Dictionary<string, Cluster>(clusters, StringComparer.Ordinal);
        foreach (var cluster in module.Clusters.Where(c => !known.TryAdd(c.Name, c)))
        {
            _mistakes.Add(module.Place, $"{cluster.Name} is the name of a standing value set: choose another");
        }

        var library = definitions.With(rules, _mistakes);
        foreach (var (indicator, place) in module.Indicators.Where(i => library.Indicators.ContainsKey(i.Indicator.Id) || definitions.Modules.Any(m => m.Pays(i.Indicator.Id))))
        {
            // Else a plan of this module would answer, and earn, what a year pays for something else.
            _mistakes.Add(place, $"{indicator.Id} is the name of a standing indicator: choose another");
        }

        if (rules is not null)
        {
            new RulesetCheck(library, known, _mistakes).Run(rules, module.Rules ?? RulesVersion.First);
        }

        Stop(name);
        var sample = sampleCodes || module.Clusters.Any(c => c.Codes.Any(IsSample));
        var compiler = new FrameworkCompiler(library, known, sample, care, _mistakes, limits.Cost);
        var compiled = new ModuleCompiler(library, compiler, _mistakes).Compile(module, local: true);
        Stop(name);
        return compiled.Module!;
    }

    private static bool IsSample(string code) => code.StartsWith(Core.Records.CodeKey.Sample + "|", StringComparison.Ordinal);

    private void Stop(string name)
    {
        if (_mistakes.Mistakes.Count > 0)
        {
            throw Refused(name);
        }
    }

    private DefinitionException Refused(string name) => new($"module {name}", [.. _mistakes.Mistakes.Take(limits.Mistakes)]);
}
