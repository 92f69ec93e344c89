namespace QofFhir.Definitions.ValueSets;

/// <summary>What an import found and does. Rows of codes in the source = used + rejected + left out.</summary>
/// <param name="Clusters">In the order of their names.</param>
/// <param name="Used">Rows that gave a code; one that repeats a code counts too.</param>
/// <param name="Rejected">Rows with a mistake.</param>
/// <param name="LeftOut">Rows of clusters that no QOF rule uses and that the folder does not have.</param>
public sealed record ImportReport(IReadOnlyList<ClusterChange> Clusters, int Used, int Rejected, int LeftOut);
