using QofFhir.Core.Achievement;
using QofFhir.Core.Improvement;
using QofFhir.Definitions;
using QofFhir.Definitions.Improvement;

namespace QofFhir.Cli.Input;

/// <summary>Quality improvement modules as the commands ask for them.</summary>
internal static class ModuleFiles
{
    /// <exception cref="StopException">There is no such module; those that there are, are listed.</exception>
    /// <exception cref="DefinitionException">Its definitions have mistakes.</exception>
    public static ImprovementModule Of(DefinitionLibrary library, string id) => library.ModuleIds.Contains(id)
        ? library.Module(id)
        : throw new StopException(ExitCode.Usage, $"there is no module '{id}'; there are: {string.Join(", ", library.ModuleIds)}");

    /// <summary>A module that a network wrote itself.</summary>
    /// <exception cref="DefinitionException">It has mistakes.</exception>
    public static ImprovementModule Read(DefinitionLibrary library, string file)
    {
        using var stream = File.OpenRead(file);
        var limits = new LocalModuleLimits();
        // One byte more than allowed tells that there are more, however many.
        var bytes = new byte[limits.Bytes + 1];
        return library.LocalModule(Path.GetFileName(file), bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)), limits);
    }

    /// <exception cref="StopException">It measures nothing from the record.</exception>
    public static Framework MeasuresOf(ImprovementModule module) => module.Measures
        ?? throw new StopException(ExitCode.Usage, $"{module.Id} measures nothing from the record");
}
