using QofFhir.Core.Rules;

namespace QofFhir.Core.DataChecks;

/// <summary>Entries that a practice has and the input does not hold: what asks for them cannot be told.</summary>
/// <param name="Classes">The clusters whose entries may be missing; null: who is on the list is not known, so nothing can be told.</param>
/// <param name="Reason">What is missing and why, for people; without patient data.</param>
public sealed record DataGap(IReadOnlyList<ClusterClass>? Classes, string Reason)
{
    /// <summary>True when some of these clusters may lack entries.</summary>
    public bool Touches(IEnumerable<Cluster> clusters) => Classes is null || clusters.Any(c => Classes.Contains(c.Class));
}
