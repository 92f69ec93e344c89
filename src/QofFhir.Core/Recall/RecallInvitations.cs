namespace QofFhir.Core.Recall;

/// <summary>Invitations that count for several indicators alike, told once.</summary>
/// <param name="Indicators">Ids, in the order of the framework.</param>
public sealed record RecallInvitations(Invitations Of, IReadOnlyList<string> Indicators);
