using QofFhir.Cli.Output;

namespace QofFhir.Cli.Explain;

internal sealed record ExplainArguments(
    IReadOnlyList<string> Inputs,
    string Patient,
    string Indicator,
    string Framework,
    DateOnly AchievementDate,
    string? Practice,
    string? Definitions,
    IReadOnlyList<string> CodePacks,
    OutputFormat Format);
