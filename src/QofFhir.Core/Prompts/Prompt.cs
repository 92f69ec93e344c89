using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;

namespace QofFhir.Core.Prompts;

/// <summary>Where one patient stands for one indicator, and what is left to do.</summary>
/// <param name="Outcome">What the year counts; null where nothing was counted.</param>
/// <param name="Clinical">The same care judged by windows that end today.</param>
public sealed record Prompt(FrameworkIndicator Indicator, PromptState State, Outcome? Outcome, ClinicalState Clinical)
{
    /// <summary>When in date: the first day on which the care is due again if nothing is added to the record; null when it is due now, or done for good.</summary>
    public DateOnly? NextDue => Clinical.Due == ClinicallyDue.UpToDate ? Clinical.LapsesOn : null;

    /// <summary>Why the patient does not count; on <see cref="PromptState.OutstandingAdjusted"/> alone.</summary>
    public RecordedAdjustment? Adjustment { get; init; }

    /// <summary>Of someone newly diagnosed or registered the last day on which the care is in time: by the patient's own window, and not after 31 March, because from 1 April on the new year asks for it like everybody's. Null for all others, and for vaccines, which have an age or a season of their own.</summary>
    public DateOnly? InTimeTo(DateOnly today)
    {
        if (Adjustment?.InTimeUntil is not { } late || Open.Any(o => o.Care.Any(c => c.Sitting.Kind == CareKind.Vaccination)))
        {
            return null;
        }

        var (own, year) = (late.AddDays(-1), ServiceDates.Year(today).PaymentPeriodEnd);
        return own < year ? own : year;
    }

    /// <summary>What the year still asks, in the order of the rules; empty unless care is outstanding.</summary>
    public IReadOnlyList<OpenCare> Open { get; init; } = [];

    /// <summary>What prompts are about: not done, or not done any more at the end of the year.</summary>
    public bool CareOutstanding => State is PromptState.DueLater or PromptState.Outstanding or PromptState.OutstandingAdjusted;
}
