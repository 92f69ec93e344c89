using QofFhir.Core.Rules;

namespace QofFhir.Definitions.ValueSets;

/// <summary>What an import does to one cluster.</summary>
/// <param name="Added">Number of codes that the file did not have; additions of ours count too.</param>
/// <param name="Removed">Number of codes that the file had and no longer has.</param>
/// <param name="Kept">Number of codes that stay.</param>
/// <param name="Before">Null when there was no file, or none that could be read.</param>
/// <param name="VersionBefore">Null when there was no file; empty when it held nothing.</param>
public sealed record ClusterChange(
    string Cluster,
    ClusterFate Fate,
    int Added,
    int Removed,
    int Kept,
    Completeness? Before,
    Completeness After,
    string? VersionBefore,
    string VersionAfter);
