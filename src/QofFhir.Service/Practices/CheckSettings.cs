namespace QofFhir.Service.Practices;

/// <summary>From when a run warns that its data may not be whole.</summary>
internal sealed class CheckSettings
{
    /// <summary>A fall of a cluster's entries by more than this share of the practice's last run.</summary>
    public double ClusterFall { get; init; } = 0.5;

    /// <summary>Clusters with fewer entries than this in the last run are not compared.</summary>
    public int SmallestCluster { get; init; } = 20;

    /// <summary>So many working days before the extraction without any entry; 0: not looked at.</summary>
    public int LastWorkingDays { get; init; } = 3;
}
