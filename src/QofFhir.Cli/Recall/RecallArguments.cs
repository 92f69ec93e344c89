using QofFhir.Cli.Output;
using QofFhir.Core.Recall;

namespace QofFhir.Cli.Recall;

/// <summary>What <c>qof recall</c> was asked for.</summary>
internal sealed record RecallArguments(
    string[] Inputs, string Framework, DateOnly Today, string? Practice, RecallOrder By, IReadOnlyList<int>? BirthMonths, IReadOnlyList<string>? Indicators,
    string? Sitting, IReadOnlyList<string>? States, int Horizon, bool WithoutDecided, string? Outcomes, string? Out, string? Definitions, string[] CodePacks,
    OutputFormat Format);
