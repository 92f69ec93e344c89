namespace QofFhir.Core.Rules;

/// <summary>The names of the reasons for an adjustment in rulesets, reports and prompts.</summary>
public static class AdjustmentReasons
{
    public static string NameOf(AdjustmentReason reason) => reason switch
    {
        AdjustmentReason.Unsuitable => "unsuitable",
        AdjustmentReason.PatientChoseNotTo => "patient-chose-not-to",
        AdjustmentReason.DidNotRespond => "did-not-respond",
        AdjustmentReason.ServiceNotAvailable => "service-not-available",
        AdjustmentReason.NewlyDiagnosed => "newly-diagnosed",
        _ => "newly-registered",
    };
}
