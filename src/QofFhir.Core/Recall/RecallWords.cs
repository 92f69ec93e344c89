using System.Globalization;
using QofFhir.Core.Prompts;

namespace QofFhir.Core.Recall;

/// <summary>The words of recalls in files, requests and lists.</summary>
public static class RecallWords
{
    private static readonly (string Name, RecallOutcomeKind Kind)[] All =
    [
        ("invited", RecallOutcomeKind.Invited),
        ("booked", RecallOutcomeKind.Booked),
        ("attended", RecallOutcomeKind.Attended),
        ("did-not-attend", RecallOutcomeKind.DidNotAttend),
        ("declined", RecallOutcomeKind.Declined),
        ("not-reached", RecallOutcomeKind.NotReached),
    ];

    /// <summary>Names of the outcomes.</summary>
    public static IEnumerable<string> Outcomes => All.Select(a => a.Name);

    /// <summary>How patients are spoken to.</summary>
    public static IReadOnlyList<string> Methods { get; } = ["letter", "text-message", "telephone", "email", "app", "in-person", "other"];

    public static string NameOf(RecallOutcomeKind kind) => All.First(a => a.Kind == kind).Name;

    public static string NameOf(InvitationState state) => state switch
    {
        InvitationState.Open => "open",
        InvitationState.TooLate => "too-late",
        InvitationState.Closed => "closed",
        _ => "not-known",
    };

    public static string NameOf(RecallPlace place) => place switch
    {
        RecallPlace.Listed => "listed",
        RecallPlace.Booked => "booked",
        _ => "decided-against",
    };

    /// <summary>outstanding, adjusted or due-later; a worklist holds no other.</summary>
    public static string NameOf(PromptState state) => States.First(s => s.State == state).Name;

    /// <summary>The states that a worklist may be asked for, by name.</summary>
    public static IReadOnlyList<(string Name, PromptState State)> States { get; } =
        [("outstanding", PromptState.Outstanding), ("adjusted", PromptState.OutstandingAdjusted), ("due-later", PromptState.DueLater)];

    /// <summary>The orders that it may be asked in, by name.</summary>
    public static IReadOnlyList<(string Name, RecallOrder Order)> Orders { get; } =
        [("birth-month", RecallOrder.BirthMonth), ("lapse", RecallOrder.Lapse), ("most", RecallOrder.Most)];

    /// <returns>Null for any other name.</returns>
    public static RecallOutcomeKind? Parse(string name) => All.Where(a => a.Name == name).Select(a => (RecallOutcomeKind?)a.Kind).FirstOrDefault();

    /// <summary>What invitations still do, in one sentence: how many count, and from when until when the next one does.</summary>
    public static string TextOf(Invitations invitations, DateOnly today)
    {
        var counted = $"{invitations.Counted.Count} of {invitations.Asked} invitations count";
        return invitations.State switch
        {
            InvitationState.Open when invitations.Next is { } next =>
                $"{counted}; send the next {(next.CountsFrom <= today ? "" : $"from {Day(next.CountsFrom)} and ")}by {Day(next.By)}",
            InvitationState.TooLate => $"{counted}; no time is left for the others",
            InvitationState.Closed => $"{counted}; more of them change nothing as the record stands",
            _ => "how invitations count is not known",
        };
    }

    internal static string TextOf(RecallNote note)
    {
        var (outcome, on, by) = (note.Outcome, Day(note.Outcome.On), note.Outcome.Method == "other" ? "" : $" ({note.Outcome.Method})");
        return outcome.Kind switch
        {
            RecallOutcomeKind.Invited => $"invited on {on}{by}{(note.InRecord == false ? ", not in the record yet" : "")}",
            RecallOutcomeKind.Booked => $"booked on {on}{by} for {Day(outcome.Until!.Value)}",
            RecallOutcomeKind.Attended => $"attended on {on}",
            RecallOutcomeKind.DidNotAttend => $"did not attend on {on}",
            RecallOutcomeKind.Declined => $"declined on {on}{by}: record it in the clinical system; until then the care counts as outstanding",
            _ => $"not reached on {on}{by}",
        };
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
