using QofFhir.Cli.Output;

namespace QofFhir.Cli.Evaluate;

/// <param name="Module">A quality improvement module, in place of a framework.</param>
/// <param name="ModuleFile">The file of a local one.</param>
/// <param name="Strata">Names of strata, none for all of the framework's; null when results are not to be parted.</param>
internal sealed record EvaluateArguments(
    IReadOnlyList<string> Inputs,
    string? Framework,
    string? Module,
    string? ModuleFile,
    DateOnly AchievementDate,
    string? Practice,
    bool Individual,
    bool SubjectList,
    string? Attestations,
    IReadOnlyList<string>? Strata,
    string? Attributes,
    string Out,
    string? Definitions,
    IReadOnlyList<string> CodePacks,
    OutputFormat Format);
