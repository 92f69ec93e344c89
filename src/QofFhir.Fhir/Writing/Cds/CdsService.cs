namespace QofFhir.Fhir.Writing.Cds;

/// <summary>A service as discovery tells it.</summary>
/// <param name="Hooks">One entry each; later cards of the same id replace earlier ones.</param>
public sealed record CdsService(string Id, IReadOnlyList<string> Hooks, string Title, string Description, string UsageRequirements);
