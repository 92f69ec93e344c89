using QofFhir.Core.Rules;
using QofFhir.Definitions.Compilation;
using QofFhir.Definitions.Frameworks;
using QofFhir.Definitions.Improvement;
using QofFhir.Definitions.Rulesets;
using QofFhir.Definitions.Versions;

namespace QofFhir.Definitions;

/// <summary>Rulesets and frameworks that were read and linked, to be compiled once the value sets are there too.</summary>
internal sealed class DefinitionSet
{
    private readonly IReadOnlyList<RulesetFile> _rulesets;
    private readonly RulesetLibrary _library;
    private readonly List<(DefinitionFile File, FrameworkFile? Framework)> _frameworks;
    private readonly List<(DefinitionFile File, ModuleFile? Module)> _modules;
    private readonly SortedSet<RulesVersion> _versions;
    private readonly MistakeList _mistakes;

    private DefinitionSet(
        IReadOnlyList<RulesetFile> rulesets, List<(DefinitionFile File, FrameworkFile? Framework)> frameworks,
        List<(DefinitionFile File, ModuleFile? Module)> modules, SortedSet<RulesVersion> versions, MistakeList mistakes)
    {
        (_rulesets, _frameworks, _modules, _versions, _mistakes) = (rulesets, frameworks, modules, versions, mistakes);
        _library = new RulesetLibrary(rulesets, mistakes);
    }

    /// <summary>The modules, in order of their files; to be asked for when the frameworks are compiled.</summary>
    public IReadOnlyList<CompiledModule> Modules { get; private set; } = [];

    public static DefinitionSet Read(
        IEnumerable<DefinitionFile> rulesets, IEnumerable<DefinitionFile> frameworks, MistakeList mistakes, IEnumerable<DefinitionFile>? modules = null)
    {
        // A local scheme may be one file: its framework, and after a line of three dashes the rules that only it has.
        var schemes = frameworks.Select(f => f.Documents().ToList()).ToList();
        var moduleReader = new ModuleReader(mistakes);
        var rulesetReader = new RulesetReader(mistakes);
        var frameworkReader = new FrameworkReader(mistakes);
        List<RulesetFile> read = [];
        List<(DefinitionFile File, FrameworkFile? Framework)> files = [];
        Parallel.Invoke(
            () => read = [.. rulesets.Concat(schemes.SelectMany(s => s.Skip(1))).OrderBy(f => f.Path, StringComparer.Ordinal).Select(rulesetReader.Read)],
            () => files = [.. schemes.Select(s => s[0]).OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => (f, frameworkReader.Read(f)))]);
        var versions = new SortedSet<RulesVersion>(rulesetReader.VersionStarts);
        versions.UnionWith(files.Where(f => f.Framework is not null).Select(f => f.Framework!.Rules));
        return new DefinitionSet(read, files, [.. (modules ?? []).Select(m => (m, moduleReader.Read(m)))], versions, mistakes);
    }

    /// <summary>Checks everything for every version, and compiles the frameworks.</summary>
    /// <param name="care">What settles care; each framework takes what its rules know.</param>
    /// <returns>In order of their files.</returns>
    public IReadOnlyList<CompiledFramework> Compile(IReadOnlyDictionary<string, Cluster> clusters, bool sampleCodes, IReadOnlyList<Core.Prompts.Care>? care = null)
    {
        IReadOnlyList<CompiledFramework> compiled = [];
        var compiler = new FrameworkCompiler(_library, clusters, sampleCodes, care ?? [], _mistakes);
        Parallel.Invoke(
            () => new RulesetCheck(_library, clusters, _mistakes).Run(_versions),
            () => compiled =
            [
                .. _frameworks.AsParallel().AsOrdered().Select(f => f.Framework is { } framework
                    ? compiler.Compile(framework)
                    : new CompiledFramework(f.File.Stem, null, new HashSet<string> { f.File.Path })),
            ]);
        var modules = new ModuleCompiler(_library, compiler, _mistakes);
        Modules = [.. _modules.Select(m => m.Module is { } module
            ? modules.Compile(module)
            : new CompiledModule(m.File.Stem, null, new HashSet<string> { m.File.Path }))];
        foreach (var module in _modules.Select(m => m.Module).OfType<ModuleFile>())
        {
            modules.CheckPoints(module, compiled);
        }

        return compiled;
    }

    /// <summary>The rulesets with one more, which nothing that stands here has to know.</summary>
    public RulesetLibrary With(RulesetFile? local, MistakeList mistakes) => new([.. _rulesets, .. local is null ? Array.Empty<RulesetFile>() : [local]], mistakes);
}
