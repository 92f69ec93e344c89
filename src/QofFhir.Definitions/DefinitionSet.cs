using QofFhir.Core.Rules;
using QofFhir.Definitions.Compilation;
using QofFhir.Definitions.Frameworks;
using QofFhir.Definitions.Rulesets;
using QofFhir.Definitions.Versions;

namespace QofFhir.Definitions;

/// <summary>Rulesets and frameworks from text to plans, without a folder.</summary>
internal static class DefinitionSet
{
    public static IReadOnlyList<CompiledFramework> Compile(
        IEnumerable<DefinitionFile> rulesets, IEnumerable<DefinitionFile> frameworks,
        IReadOnlyDictionary<string, Cluster> clusters, bool sampleCodes, MistakeList mistakes)
    {
        // A local scheme may be one file: its framework, and after a line of three dashes the rules that only it has.
        var schemes = frameworks.Select(f => f.Documents().ToList()).ToList();
        var rulesetReader = new RulesetReader(mistakes);
        var library = new RulesetLibrary([.. rulesets.Concat(schemes.SelectMany(s => s.Skip(1))).OrderBy(f => f.Path, StringComparer.Ordinal).Select(rulesetReader.Read)], mistakes);

        var frameworkReader = new FrameworkReader(mistakes);
        var files = schemes.Select(s => s[0])
            .OrderBy(f => f.Path, StringComparer.Ordinal)
            .Select(f => (File: f, Framework: frameworkReader.Read(f)))
            .ToList();

        var versions = new SortedSet<RulesVersion>(rulesetReader.VersionStarts);
        versions.UnionWith(files.Where(f => f.Framework is not null).Select(f => f.Framework!.Rules));
        new RulesetCheck(library, clusters, mistakes).Run(versions);

        var compiler = new FrameworkCompiler(library, clusters, sampleCodes, mistakes);
        return
        [
            .. files.Select(f => f.Framework is { } framework
                ? compiler.Compile(framework)
                : new CompiledFramework(f.File.Stem, null, new HashSet<string> { f.File.Path })),
        ];
    }
}
