namespace QofFhir.Definitions.ValueSets;

/// <summary>A code that an import puts into a cluster, or takes out of it.</summary>
/// <param name="Added">False: removed.</param>
public sealed record CodeChange(string Cluster, bool Added, ListedCode Code);
