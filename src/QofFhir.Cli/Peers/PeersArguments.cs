using QofFhir.Cli.Output;

namespace QofFhir.Cli.Peers;

/// <summary>What <c>qof peers</c> was asked.</summary>
/// <param name="Practice">ODS code; null: that of the reports.</param>
/// <param name="Reports">The practice's own counts; null: those of the published files.</param>
/// <param name="Mapping">Null: all practices of the files are the only peers.</param>
/// <param name="Out">Null: to standard output alone.</param>
internal sealed record PeersArguments(
    string? Practice, string? Reports, IReadOnlyList<string> Achievement, string? Mapping, string? Framework, string? Out, string? Definitions, OutputFormat Format);
