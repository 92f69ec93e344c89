using QofFhir.Cli.Output;

namespace QofFhir.Cli.Payment;

/// <summary>What <c>qof payment factors</c> was asked.</summary>
/// <param name="Framework">Null: no payment groups beside the codes.</param>
/// <param name="AverageList">To pay by; null: the framework's, or else that of the files.</param>
/// <param name="Day">Of the counts; null: not known.</param>
/// <param name="Out">Null: to standard output alone.</param>
internal sealed record FactorsArguments(
    IReadOnlyList<string> Prevalence, string? Framework, decimal? AverageList, string? MappingIndicators, DateOnly? Day, string? Out, string? Definitions, OutputFormat Format);
