using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Fhir.Writing;

/// <summary>How Core's closed sets are spelled in FHIR; the StructureDefinitions in <c>profiles/</c> list the same words.</summary>
public static class CodeNames
{
    public static string Scoring(IndicatorKind kind) => kind == IndicatorKind.Register ? "cohort" : "proportion";

    public static string Of(EvaluabilityState state) => state switch
    {
        EvaluabilityState.Complete => "complete",
        EvaluabilityState.Incomplete => "incomplete",
        _ => "not-evaluable",
    };

    public static string Of(RegistrationBasis basis) => basis == RegistrationBasis.Recorded ? "recorded" : "none-recorded";

    public static string Of(Certainty certainty) => certainty switch
    {
        Certainty.Found => "found",
        Certainty.Confirmed => "confirmed",
        Certainty.Inferred => "inferred",
        _ => "recalled",
    };

    public static string Of(Completeness completeness) => completeness switch
    {
        Completeness.None => "none",
        Completeness.Partial => "partial",
        _ => "full",
    };

    public static string Of(ClusterRole role) => role switch
    {
        ClusterRole.Population => "population",
        ClusterRole.Exclude => "exclude",
        ClusterRole.Achieve => "achieve",
        ClusterRole.Adjust => "adjust",
        _ => "owe",
    };

    public static string Of(GapEffect effect) => effect switch
    {
        GapEffect.PopulationUncertain => "population-uncertain",
        GapEffect.DenominatorTooLarge => "denominator-too-large",
        GapEffect.NumeratorTooSmall => "numerator-too-small",
        _ => "outcome-uncertain",
    };

    public static string Of(RowEnd end) => end switch
    {
        RowEnd.Exclude => "exclude",
        RowEnd.Achieve => "achieve",
        RowEnd.Adjust => "adjust",
        _ => "owe",
    };

    public static string Of(AdjustmentReason reason) => AdjustmentReasons.NameOf(reason);

    /// <summary>The reason of this spelling, or null.</summary>
    public static AdjustmentReason? Reason(string word) =>
        Enum.GetValues<AdjustmentReason>().Where(r => Of(r) == word).Select(r => (AdjustmentReason?)r).FirstOrDefault();

    /// <summary>A group of a stratum, whose name is written for people: <c>80 and over</c> is <c>80-and-over</c>.</summary>
    public static string OfGroup(string group) => group.ToLowerInvariant().Replace(' ', '-');

    public static string Of(ClinicallyDue due) => due switch
    {
        ClinicallyDue.Due => "due",
        ClinicallyDue.UpToDate => "up-to-date",
        _ => "not-applicable",
    };
}
