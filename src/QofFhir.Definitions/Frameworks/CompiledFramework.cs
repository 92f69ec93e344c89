using QofFhir.Core.Achievement;

namespace QofFhir.Definitions.Frameworks;

/// <param name="Files">Paths of the files whose mistakes concern it.</param>
/// <param name="Framework">Null when its file is no framework at all; not to be used when a mistake concerns it.</param>
internal sealed record CompiledFramework(string Id, Framework? Framework, IReadOnlySet<string> Files);
