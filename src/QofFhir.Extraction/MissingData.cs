using QofFhir.Core.DataChecks;
using QofFhir.Core.Rules;

namespace QofFhir.Extraction;

/// <summary>What does not come with an extraction: whatever rests on it cannot be evaluated.</summary>
/// <param name="Type">Resource type; null when the server does not say which, so it may be any.</param>
/// <param name="Reason">Without patient data.</param>
public sealed record MissingData(string? Type, string Reason)
{
    /// <summary>What cannot be told without it. Who is on the list stands in the patients, their episodes, and the groups and organisations that these lean on; a type that is not known here holds codes.</summary>
    public DataGap Gap() => new(
        Type switch
        {
            null or "Patient" or "EpisodeOfCare" or "Group" or "Organization" => null,
            "Medication" or "MedicationRequest" => [ClusterClass.Drug],
            "Immunization" => [ClusterClass.Code, ClusterClass.Drug],
            _ => [ClusterClass.Code],
        },
        ToString());

    public override string ToString() => $"{Type ?? "any type"}: {Reason}";
}
