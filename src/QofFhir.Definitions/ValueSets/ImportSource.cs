namespace QofFhir.Definitions.ValueSets;

/// <summary>What a source of clusters holds, before anything of ours is added.</summary>
/// <param name="Parts">The halves of a blood pressure; empty where the source does not tell them.</param>
/// <param name="Rejected">Rows with a mistake.</param>
/// <param name="LeftOut">Rows that belong to no cluster of the source.</param>
internal sealed record ImportSource(
    IReadOnlyList<SourceCluster> Clusters, IReadOnlyList<ValueSetContent> Parts, int Rejected, int LeftOut);

/// <summary>A cluster of a source.</summary>
/// <param name="Head">All but the codes: lists are long, and only one is needed at a time.</param>
/// <param name="ForQof">False for a cluster that the source lists for other services only.</param>
internal sealed record SourceCluster(ValueSetContent Head, CodeCollector Codes, bool ForQof)
{
    /// <summary>Rows that gave its codes; one that repeats a code counts too.</summary>
    public int Rows => Codes.Rows - Codes.Rejected;
}
