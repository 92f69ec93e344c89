using QofFhir.Cli.Output;
using QofFhir.Core.Aggregation;

namespace QofFhir.Cli.Rollup;

/// <summary>What <c>qof rollup</c> was asked.</summary>
/// <param name="Out">Null: to standard output alone.</param>
internal sealed record RollupArguments(
    IReadOnlyList<string> Prevalence, IReadOnlyList<string> Achievement, string Mapping, OrganisationKind By, string? Out, OutputFormat Format);
