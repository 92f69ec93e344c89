using QofFhir.Core.Achievement;
using QofFhir.Core.Cards;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Prompts;
using QofFhir.Core.Rules;

namespace QofFhir.Tests.Core.Cards;

/// <summary>A patient's prompts as a test writes them down, and the cards that come of them.</summary>
internal static class Deck
{
    public static readonly DateOnly Today = new(2026, 11, 30);

    public static readonly Sitting Medicines = Sit("medicines", "Medicines", CareKind.Medicine, StaffRole.GeneralPractitioner, StaffRole.Pharmacist);
    public static readonly Sitting Blood = Sit("blood-test", "Blood test", CareKind.Test, StaffRole.GeneralPractitioner, StaffRole.Nurse, StaffRole.HealthcareAssistant);
    public static readonly Sitting Review = Sit("review", "Review", CareKind.Review, StaffRole.GeneralPractitioner, StaffRole.Nurse);

    public static readonly Care Statin = new("statin", "Statin", Medicines, ["STAT_COD"]);
    public static readonly Care Hba1c = new("hba1c", "HbA1c", Blood, ["IFCCHBAM_COD"]);
    public static readonly Care Lipids = new("lipids", "Cholesterol", Blood, ["CHOL2_COD"]);
    public static readonly Care Asthma = new("asthma-review", "Asthma review", Review, ["REV_COD"]);

    private static readonly RuleSource Source = new("here", Certainty.Found);

    private static readonly Framework Framework = new(
        "qof-test", "QOF test", new DateOnly(2026, 4, 1), "51.2", [], new EvaluationPlan([], [], [], []))
    {
        Care = [Statin, Hba1c, Lipids, Asthma],
    };

    public static PatientPrompts Patient(params Prompt[] prompts) => new(Framework, true, Today, prompts);

    public static FrameworkIndicator Indicator(string id, decimal points = 10) => new(
        id, $"Title of {id}", "Clinical", "Group", IndicatorKind.Fraction, points, 40, 80, Certainty.Found, Certainty.Found, "here", 0, Evaluability.Complete);

    /// <summary>Not done, and not in date today.</summary>
    public static Prompt Outstanding(string id, params Care[] care) =>
        new(Indicator(id), PromptState.Outstanding, new Outcome.Outstanding(null), new ClinicalState(ClinicallyDue.Due)) { Open = [.. care.Select(c => new OpenCare("line", [c], null, null))] };

    public static Prompt Later(string id, DateOnly lapses, params Care[] care) =>
        Outstanding(id, care) with { State = PromptState.DueLater, Clinical = new ClinicalState(ClinicallyDue.UpToDate, lapses) };

    public static Prompt Adjusted(string id, AdjustmentReason reason, DateOnly? inTimeUntil, params Care[] care) => Outstanding(id, care) with
    {
        State = PromptState.OutstandingAdjusted,
        Outcome = new Outcome.Adjusted(new Row(RowEnd.Adjust, "LABEL", reason, [], null, Source)),
        Adjustment = new RecordedAdjustment(reason, "LABEL", new DateOnly(2026, 10, 3), inTimeUntil),
    };

    public static Prompt Unknown(string id) => new(Indicator(id), PromptState.NotEvaluated, null, ClinicalState.NotApplicable);

    public static IReadOnlyList<Card> Of(CardOptions wanted, params Prompt[] prompts) => CardDeck.Of(Patient(prompts), [], wanted);

    private static Sitting Sit(string id, string title, CareKind kind, params StaffRole[] staff) => new(id, title, kind, staff.ToHashSet());
}
