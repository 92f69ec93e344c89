namespace QofFhir.Definitions.ValueSets;

/// <summary>What an import does to a cluster's file.</summary>
public enum ClusterFate
{
    New,
    Changed,
    Unchanged,

    /// <summary>The source does not have it: its file stays, because the rules of an earlier year may still need it.</summary>
    Gone,
}
