using QofFhir.Core.Evaluation;
using QofFhir.Core.Prompts;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Cards;

/// <summary>A prompt that is shown, with how soon it is.</summary>
internal sealed record Shown(Prompt Prompt, Urgency Urgency)
{
    /// <summary>Told and never drafted: what is unsuitable, and what was declined and may be offered again in words.</summary>
    public bool DecidedAgainst => Prompt.Adjustment?.Reason is AdjustmentReason.Unsuitable or AdjustmentReason.PatientChoseNotTo;

    /// <summary>Told for information.</summary>
    public bool Quiet => DecidedAgainst || Urgency == Urgency.DueByYearEnd;

    public static Shown Of(Prompt prompt, DateOnly today, int leadDays) => new(prompt, UrgencyOf(prompt, today, leadDays));

    private static Urgency UrgencyOf(Prompt prompt, DateOnly today, int leadDays)
    {
        if (prompt.Clinical.Due == ClinicallyDue.UpToDate && prompt.NextDue is { } next)
        {
            return next.DayNumber - leadDays <= today.DayNumber ? Urgency.DueNow : Urgency.DueByYearEnd;
        }

        return prompt.Adjustment?.InTimeUntil is null ? Urgency.Overdue : Urgency.DueNow;
    }
}
