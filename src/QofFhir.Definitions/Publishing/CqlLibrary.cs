namespace QofFhir.Definitions.Publishing;

/// <summary>A CQL library: the definitions of one indicator, or the shared one that says how records are read.</summary>
/// <param name="Id">Fit for a FHIR id, and different for each version.</param>
/// <param name="Name">As the library calls itself.</param>
/// <param name="Version">The lowest version of the business rules from which on this text holds.</param>
/// <param name="Includes">Libraries that it needs, by <see cref="Name"/>.</param>
/// <param name="ValueSets">Names of the value sets that it reads.</param>
/// <param name="Parameters">Names of its parameters.</param>
public sealed record CqlLibrary(
    string Id,
    string Name,
    string Version,
    string Text,
    IReadOnlyList<string> Includes,
    IReadOnlyList<string> ValueSets,
    IReadOnlyList<string> Parameters)
{
    /// <summary>The indicator that it defines; null for a shared library.</summary>
    public string? Indicator { get; init; }
}
