namespace QofFhir.Definitions.ValueSets;

/// <summary>The whole list of a cluster's codes as a terminology server gave it.</summary>
/// <param name="Version">As the server names it; null where it does not.</param>
/// <param name="Source">Where it is from, for the file's provenance and for mistakes.</param>
public sealed record ClusterList(string Cluster, string? Version, string Source, IReadOnlyList<ListedCode> Codes);
