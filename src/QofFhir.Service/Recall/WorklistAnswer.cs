using QofFhir.Core.Recall;
using QofFhir.Core.Rules;
using QofFhir.Service.Records;

namespace QofFhir.Service.Recall;

/// <summary>A worklist as JSON.</summary>
internal static class WorklistAnswer
{
    public static object Of(Worklist worklist, PracticeAtHand held) => new
    {
        practice = worklist.Practice,
        framework = worklist.Framework.Id,
        rules = worklist.Framework.Rules,
        today = worklist.Today,
        takenAt = held.TakenAt,
        unread = held.Rejected,
        sampleCodes = worklist.Framework.SampleCodes,
        outsideItsYear = worklist.OutsideItsYear,
        notEvaluated = worklist.NotEvaluated,
        counts = worklist.Counts,
        patients = worklist.All.Select(a => Patient(a.Patient, a.Place, worklist.Today)),
    };

    private static object Patient(RecallPatient patient, RecallPlace place, DateOnly today) => new
    {
        patient = patient.Person.Id,
        list = RecallWords.NameOf(place),
        birthMonth = patient.Person.Born.Month,
        birthMonthKnown = patient.BirthMonthKnown,
        bookedFor = patient.BookedFor,
        sittings = patient.Sittings.Select(s => new { sitting = s.Sitting?.Id, title = s.Sitting?.Title, care = s.Care.Select(c => c.Title), indicators = s.Indicators }),
        unsuitable = patient.Unsuitable.Select(c => c.Title),
        open = patient.Items.Select(Item),
        decidedAgainst = patient.DecidedAgainst.Select(Item),
        invitations = patient.Invitations.Select(i => new
        {
            indicators = i.Indicators,
            state = RecallWords.NameOf(i.Of.State),
            asked = i.Of.Asked,
            counted = i.Of.Counted,
            missing = i.Of.Missing,
            text = RecallWords.TextOf(i.Of, today),
        }),
        notes = patient.Notes.Select(n => new
        {
            on = n.Outcome.On,
            outcome = RecallWords.NameOf(n.Outcome.Kind),
            method = n.Outcome.Method,
            until = n.Outcome.Until,
            inRecord = n.InRecord,
            text = n.Text,
        }),
    };

    private static object Item(RecallItem item) => new
    {
        indicator = item.Prompt.Indicator.Id,
        title = item.Prompt.Indicator.Title,
        state = RecallWords.NameOf(item.Prompt.State),
        dueSince = item.Since,
        notOnRecord = item.IsNotOnRecord,
        nextDue = item.Prompt.NextDue,
        inTimeTo = item.InTimeTo,
        adjustment = item.Prompt.Adjustment is { } a ? new { reason = AdjustmentReasons.NameOf(a.Reason), row = a.Label, on = a.On } : null,
    };
}
