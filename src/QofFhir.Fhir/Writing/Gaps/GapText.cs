using QofFhir.Core.Evaluation;
using QofFhir.Core.Prompts;
using QofFhir.Core.Rules;

namespace QofFhir.Fhir.Writing.Gaps;

/// <summary>What a gap says to people.</summary>
internal static class GapText
{
    public static string Of(PatientGap gap, PatientGaps gaps)
    {
        var evaluability = gap.Indicator.Evaluability;
        var text = gap.Status switch
        {
            GapStatus.Open => "Care is outstanding.",
            GapStatus.Closed => "Care is achieved." + Lapses(gap),
            GapStatus.Prospective => $"Care is in date today, and is due again by {FhirJson.Day(gaps.Dates.PaymentPeriodEnd)}." + Lapses(gap),
            GapStatus.NotApplicable when gap.Outcome is Outcome.Excluded excluded => $"The patient is excluded by {excluded.By.Name}.",
            GapStatus.NotApplicable => "The patient is not in the population.",
            _ => "Not evaluated: " + Sentence(evaluability.Reason ?? "no rules are held") + " This says nothing about the care.",
        };
        text += gap.Prompt.Adjustment is { } adjustment ? " " + Adjustment(gap, adjustment, gaps) : "";
        return evaluability.State == EvaluabilityState.Incomplete ? $"{text} Provisional: {Sentence(evaluability.Reason ?? "some codes are missing")}" : text;
    }

    public static string Adjustment(PatientGap gap, RecordedAdjustment adjustment, PatientGaps gaps) =>
        $"Personalised care adjustment {adjustment.Label}{(adjustment.On is { } on ? " of " + FhirJson.Day(on) : "")}: {Reason(adjustment.Reason)}"
        + (gap.Prompt.InTimeTo(gaps.Dates.AchievementDate) is { } last ? $", in time until {FhirJson.Day(last)}. " : ". ")
        + "The patient no longer counts against the practice; the care is still owed.";

    public static string Reason(AdjustmentReason reason) => reason switch
    {
        AdjustmentReason.Unsuitable => "the care is not suitable for the patient",
        AdjustmentReason.PatientChoseNotTo => "the patient chose not to",
        AdjustmentReason.DidNotRespond => "the patient did not respond to offers",
        AdjustmentReason.ServiceNotAvailable => "the service was not available",
        AdjustmentReason.NewlyDiagnosed => "newly diagnosed",
        _ => "newly registered",
    };

    /// <summary>When it was worked out, by which rules, and from how old records.</summary>
    public static string Whole(PatientGaps gaps) =>
        $"{gaps.Framework.Title}, business rules {gaps.Framework.Rules}, as of {FhirJson.Day(gaps.Dates.AchievementDate)}, "
        + (gaps.TakenAt is { } at ? $"from records taken at {FhirJson.Moment(at)}." : "from records of unknown age.");

    private static string Lapses(PatientGap gap) => gap.Prompt.NextDue is { } on ? $" It lapses on {FhirJson.Day(on)}." : "";

    private static string Sentence(string reason) => reason.EndsWith('.') ? reason : reason + ".";
}
