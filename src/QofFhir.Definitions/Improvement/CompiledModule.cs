using QofFhir.Core.Improvement;

namespace QofFhir.Definitions.Improvement;

/// <param name="Module">Null when its file is no module at all; not to be used when a mistake concerns it.</param>
/// <param name="Files">Paths of the files whose mistakes concern it.</param>
internal sealed record CompiledModule(string Id, ImprovementModule? Module, IReadOnlySet<string> Files)
{
    public bool Pays(string indicator) => Module?.Indicators.Any(i => i.Id == indicator) == true;
}
