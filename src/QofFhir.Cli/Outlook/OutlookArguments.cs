using QofFhir.Cli.Output;

namespace QofFhir.Cli.Outlook;

/// <param name="National">The file of national prevalence; null: no group that it weights has pounds.</param>
/// <param name="ListSize">In place of the list that the records give.</param>
/// <param name="Gain">What a shortest list is to bring; null: no list.</param>
/// <param name="Out">Null: no files.</param>
internal sealed record OutlookArguments(
    IReadOnlyList<string> Inputs,
    string Framework,
    DateOnly Today,
    string? Practice,
    string? Attestations,
    string? National,
    int? ListSize,
    WantedGain? Gain,
    IReadOnlyList<string> WhatIf,
    string? Out,
    string? Definitions,
    IReadOnlyList<string> CodePacks,
    OutputFormat Format);
