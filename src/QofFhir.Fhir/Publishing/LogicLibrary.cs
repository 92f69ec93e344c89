using QofFhir.Fhir.Writing;

namespace QofFhir.Fhir.Publishing;

/// <summary>Rules as CQL, to be published as a FHIR Library.</summary>
/// <param name="Id">The FHIR id; the canonical URL ends with it.</param>
/// <param name="Name">The name by which CQL includes it.</param>
/// <param name="Indicator">The indicator that it decides; null for a library that others include.</param>
/// <param name="Includes">Names of the libraries that it includes.</param>
/// <param name="ValueSets">Names of the value sets that it declares.</param>
/// <param name="Parameters">Names of what it is given from outside.</param>
public sealed record LogicLibrary(
    string Id,
    string Name,
    string Version,
    string? Indicator,
    string Cql,
    IReadOnlyList<string> Includes,
    IReadOnlyList<string> ValueSets,
    IReadOnlyList<string> Parameters)
{
    /// <summary>Gives the ELM made from <see cref="Cql"/>, as JSON in UTF-8; null where there is none, and engines must translate.</summary>
    public Func<ReadOnlyMemory<byte>>? Elm { get; init; }

    /// <summary>Without version: engines look the library up by exactly this text.</summary>
    public string Url => Canonicals.Library + Id;
}
