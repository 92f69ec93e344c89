using QofFhir.Cli.Output;

namespace QofFhir.Cli.ValueSets;

/// <summary>What every way of getting codes is told.</summary>
/// <param name="Additions">Codes to keep beside the published lists; null: the file in the folder, where there is one.</param>
/// <param name="Changes">File for every code added and removed; null: only their numbers are told.</param>
/// <param name="Definitions">Whose rulesets say what became evaluable; null: those beside the program.</param>
internal sealed record ImportArguments(
    string To, string? Additions, string? Changes, string? Definitions, bool DryRun, OutputFormat Format);
