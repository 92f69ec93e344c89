namespace QofFhir.SampleGp.Practice;

/// <summary>A code that the generator writes, and the cluster that it is meant to fall in.</summary>
/// <param name="Cluster">Cluster name, or null for a code that no rule reads.</param>
/// <param name="System">Canonical URL of the code system.</param>
public sealed record SampleCode(string? Cluster, string System, string Code, string Display);
