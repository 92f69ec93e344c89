namespace QofFhir.Cli.Synth;

internal sealed record EdgesArguments(
    string Framework,
    IReadOnlyList<string> Indicators,
    DateOnly? AchievementDate,
    int Seed,
    bool Full,
    string Out,
    string? Definitions,
    IReadOnlyList<string> CodePacks);
