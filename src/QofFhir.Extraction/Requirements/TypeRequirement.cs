namespace QofFhir.Extraction.Requirements;

/// <summary>What we ask of a server for one resource type.</summary>
/// <param name="Without">What it costs us when the server does not offer the type.</param>
/// <param name="CodeParameters">Search parameters by which events are selected, with and without <c>:in</c>; the best first, one will do.</param>
/// <param name="OtherParameters">Search parameters that are asked beside those.</param>
public sealed record TypeRequirement(
    string Type,
    Expectation Expectation,
    string Without,
    IReadOnlyList<string> CodeParameters,
    IReadOnlyList<string> OtherParameters,
    IReadOnlyList<ElementRequirement> Elements);
