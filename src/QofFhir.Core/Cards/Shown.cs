using QofFhir.Core.Evaluation;
using QofFhir.Core.Prompts;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Cards;

/// <summary>A prompt that is shown, with how soon it is and how strongly it speaks.</summary>
/// <param name="Quiet">Told for information: what was decided against, and what is not due yet.</param>
internal sealed record Shown(Prompt Prompt, Urgency Urgency, bool Quiet)
{
    /// <summary>Care that was recorded as unsuitable for the patient is told and never suggested.</summary>
    public bool Unsuitable => Prompt.Adjustment?.Reason == AdjustmentReason.Unsuitable;

    public static Shown Of(Prompt prompt, DateOnly today, int leadDays)
    {
        var urgency = UrgencyOf(prompt, today, leadDays);
        return new Shown(
            prompt, urgency,
            urgency == Urgency.DueByYearEnd || prompt.Adjustment?.Reason is AdjustmentReason.Unsuitable or AdjustmentReason.PatientChoseNotTo);
    }

    private static Urgency UrgencyOf(Prompt prompt, DateOnly today, int leadDays)
    {
        if (prompt.Clinical.Due == ClinicallyDue.UpToDate && prompt.NextDue is { } next)
        {
            return next.DayNumber - leadDays <= today.DayNumber ? Urgency.DueNow : Urgency.DueByYearEnd;
        }

        return prompt.Adjustment?.InTimeUntil is null ? Urgency.Overdue : Urgency.DueNow;
    }
}
