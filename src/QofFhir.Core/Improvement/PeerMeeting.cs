namespace QofFhir.Core.Improvement;

/// <summary>A peer review meeting of a network.</summary>
/// <param name="Network">Code of the network.</param>
/// <param name="Attendees">ODS codes of the organisations that were there, in capitals; never people.</param>
/// <param name="Learning">What was learned; empty where nothing is written down.</param>
/// <param name="Shared">Whether the learning may leave the practice.</param>
public sealed record PeerMeeting(string Id, int Version, DateOnly On, string Network, IReadOnlyList<string> Attendees, string Learning = "", bool Shared = false)
    : PlanEntry(Id, Version);
