namespace QofFhir.Core.Recall;

/// <summary>What invitations still do for a patient whose care is outstanding, as the rows for those who did not respond count them.</summary>
/// <param name="Label">Of the row, such as <c>DMINVITE</c>.</param>
/// <param name="Clusters">Names of the clusters whose entries are these invitations; empty where it is not known.</param>
/// <param name="Asked">How many the rules of the year ask for; null where it is not known.</param>
/// <param name="Counted">The days of those that count so far.</param>
/// <param name="Missing">Those still to be sent, in their order; only where the state is <see cref="InvitationState.Open"/>.</param>
public sealed record Invitations(
    InvitationState State, string Label, IReadOnlyList<string> Clusters, int? Asked, IReadOnlyList<DateOnly> Counted, IReadOnlyList<MissingInvitation> Missing)
{
    /// <summary>The next one to be sent; null where none is.</summary>
    public MissingInvitation? Next => Missing.Count > 0 ? Missing[0] : null;
}

/// <summary>An invitation that is not in the record yet.</summary>
/// <param name="CountsFrom">The first day on which it counts, which may have passed; those before it are taken to be sent as soon as they count, and not before today.</param>
/// <param name="By">The last day on which it counts, and on which all after it still can.</param>
public sealed record MissingInvitation(DateOnly CountsFrom, DateOnly By);

/// <summary>Whether further invitations take a patient out of the denominator.</summary>
public enum InvitationState
{
    /// <summary>They do, when they are sent on the days told and nothing else changes.</summary>
    Open,

    /// <summary>They would, and there is no time left for all of them.</summary>
    TooLate,

    /// <summary>However many are sent, another part of the row does not hold, such as a measurement after the first invitation.</summary>
    Closed,

    /// <summary>The row is of a shape that is not understood, or no codes of its invitations are held.</summary>
    NotKnown,
}
