using QofFhir.Cli.Output;

namespace QofFhir.Cli.Evaluate;

internal sealed record EvaluateArguments(
    IReadOnlyList<string> Inputs,
    string Framework,
    DateOnly AchievementDate,
    string? Practice,
    bool Individual,
    bool SubjectList,
    string? Attestations,
    string Out,
    string? Definitions,
    IReadOnlyList<string> CodePacks,
    OutputFormat Format);
