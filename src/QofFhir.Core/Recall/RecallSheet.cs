namespace QofFhir.Core.Recall;

/// <summary>A worklist as a table of texts, numbers, truths, days and nothing.</summary>
/// <param name="Columns">Such as <c>birth_month</c>.</param>
public sealed record RecallSheet(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    private const string Between = "; ";

    /// <summary>One line a patient.</summary>
    public static RecallSheet ByPatient(Worklist worklist)
    {
        ArgumentNullException.ThrowIfNull(worklist);
        return new RecallSheet(
            [
                "patient", "list", "birth_month", "birth_month_known", "open", "indicators", "sittings", "unsuitable", "due_since", "not_on_record", "next_due", "in_time_to",
                "adjusted", "decided_against", "invitations", "next_invitation_from", "next_invitation_by", "booked_for", "notes",
            ],
            [.. worklist.All.Select(a => Line(a.Patient, a.Place, worklist.Today))]);
    }

    /// <summary>One line a patient and sitting.</summary>
    public static RecallSheet BySitting(Worklist worklist)
    {
        ArgumentNullException.ThrowIfNull(worklist);
        return new RecallSheet(
            ["patient", "list", "birth_month", "sitting", "title", "care", "indicators"],
            [
                .. worklist.All.SelectMany(a => a.Patient.Sittings, (a, s) => new object?[]
                {
                    a.Patient.Person.Id, RecallWords.NameOf(a.Place), a.Patient.Person.Born.Month, s.Sitting?.Id, s.Sitting?.Title,
                    string.Join(Between, s.Care.Select(c => c.Title)), string.Join(Between, s.Indicators),
                }),
            ]);
    }

    /// <summary>One line a patient and indicator, decided against or not.</summary>
    public static RecallSheet ByIndicator(Worklist worklist)
    {
        ArgumentNullException.ThrowIfNull(worklist);
        return new RecallSheet(
            [
                "patient", "list", "indicator", "state", "decided_against", "due_since", "next_due", "in_time_to", "reason", "row", "adjusted_on", "invitations",
                "invitations_asked", "invitations_counted", "next_invitation_from", "next_invitation_by",
            ],
            [.. worklist.All.SelectMany(a => a.Patient.Items.Concat(a.Patient.DecidedAgainst), (a, i) => Line(a.Patient, a.Place, i))]);
    }

    private static object?[] Line(RecallPatient patient, RecallPlace place, DateOnly today) =>
    [
        patient.Person.Id, RecallWords.NameOf(place), patient.Person.Born.Month, patient.BirthMonthKnown, patient.Items.Count,
        string.Join(Between, patient.Items.Select(i => i.Prompt.Indicator.Id)),
        string.Join(Between, patient.Sittings.Select(s => s.Sitting?.Id ?? "not-known")),
        string.Join(Between, patient.Unsuitable.Select(c => c.Title)),
        patient.Items.Min(i => i.Since), patient.Items.Count(i => i.IsNotOnRecord), patient.Items.Min(i => i.Prompt.NextDue), patient.Items.Min(i => i.InTimeTo),
        Adjusted(patient.Items), Adjusted(patient.DecidedAgainst),
        string.Join(Between, patient.Invitations.Select(i => $"{string.Join(' ', i.Indicators)}: {RecallWords.TextOf(i.Of, today)}")),
        patient.Invitations.Min(i => i.Of.Next?.CountsFrom), patient.Invitations.Min(i => i.Of.Next?.By),
        patient.BookedFor, string.Join(Between, patient.Notes.Select(n => n.Text)),
    ];

    private static object?[] Line(RecallPatient patient, RecallPlace place, RecallItem item) =>
    [
        patient.Person.Id, RecallWords.NameOf(place), item.Prompt.Indicator.Id, RecallWords.NameOf(item.Prompt.State), item.DecidedAgainst, item.Since,
        item.Prompt.NextDue, item.InTimeTo, item.Prompt.Adjustment is { } adjustment ? Rules.AdjustmentReasons.NameOf(adjustment.Reason) : null,
        item.Prompt.Adjustment?.Label, item.Prompt.Adjustment?.On, item.Invitations is { } i ? RecallWords.NameOf(i.State) : null,
        item.Invitations?.Asked, item.Invitations?.Counted.Count, item.Invitations?.Next?.CountsFrom, item.Invitations?.Next?.By,
    ];

    private static string Adjusted(IReadOnlyList<RecallItem> items) => string.Join(Between, items
        .Where(i => i.Prompt.Adjustment is not null)
        .Select(i => FormattableString.Invariant(
            $"{i.Prompt.Indicator.Id} {Rules.AdjustmentReasons.NameOf(i.Prompt.Adjustment!.Reason)}{(i.Prompt.Adjustment.On is { } on ? FormattableString.Invariant($" {on:yyyy-MM-dd}") : "")}")));
}
