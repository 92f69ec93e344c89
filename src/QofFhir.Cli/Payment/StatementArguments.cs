using QofFhir.Cli.Output;
using QofFhir.Core.Payments;

namespace QofFhir.Cli.Payment;

/// <summary>What <c>qof payment statement</c> was asked.</summary>
/// <param name="Inputs">Records; empty with <paramref name="Reports"/>.</param>
/// <param name="List">Of the day that the year pays by; null: from the input.</param>
/// <param name="TargetFactors">Each <c>NAME=NUMBER</c>.</param>
/// <param name="Out">Null: to standard output alone.</param>
internal sealed record StatementArguments(
    IReadOnlyList<string> Inputs,
    string? Reports,
    string Framework,
    DateOnly AchievementDate,
    string? Practice,
    string? Attestations,
    ListCount? List,
    string? National,
    DateOnly? NationalDay,
    IReadOnlyList<string> TargetFactors,
    string? Protected,
    string? Improvement,
    LastYearPayment? LastYear,
    decimal? AgreedPoints,
    decimal? AspirationPaid,
    string? Out,
    string? Definitions,
    IReadOnlyList<string> CodePacks,
    OutputFormat Format);
