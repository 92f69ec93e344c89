using QofFhir.Core.Evaluation;
using QofFhir.Core.Prompts;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Recall;

/// <summary>The care of one indicator that a patient on a worklist is owed.</summary>
/// <param name="Since">When due: the day from which it was not done any more; null when it was not done in ten years, and when it is in date.</param>
/// <param name="InTimeTo">Of someone newly diagnosed or registered the last day on which it is in time.</param>
/// <param name="Invitations">Null unless it counts against the practice and the rules know of invitations.</param>
public sealed record RecallItem(Prompt Prompt, DateOnly? Since, DateOnly? InTimeTo, Invitations? Invitations)
{
    /// <summary>Unsuitable, or the patient chose not to: nobody is recalled for it, and the care is owed all the same.</summary>
    public bool DecidedAgainst => Prompt.Adjustment?.Reason is AdjustmentReason.Unsuitable or AdjustmentReason.PatientChoseNotTo;

    /// <summary>Due, and not done in ten years.</summary>
    public bool IsNotOnRecord => Since is null && Prompt.Clinical.Due == ClinicallyDue.Due;

    /// <summary>What it is put in order by: due first, the longest before all others.</summary>
    internal DateOnly Urgency => Prompt.State == PromptState.DueLater ? Prompt.NextDue!.Value : InTimeTo ?? Since ?? DateOnly.MinValue;
}
