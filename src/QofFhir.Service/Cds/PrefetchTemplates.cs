using QofFhir.Core.Rules;
using QofFhir.Extraction;
using QofFhir.Fhir.Writing.Cds;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Cds;

/// <summary>What a framework needs of one patient, as prefetch in the words that CDS Hooks recommends: reads, searches by patient, <c>:in</c>.</summary>
internal static class PrefetchTemplates
{
    public const string Patient = "patient", Role = "role";

    /// <summary>Types by key. A practice's list (Group), its organisations and its drug catalogue are not one patient's.</summary>
    private static readonly (string Key, string Type, string? Parameter)[] Keys =
    [
        ("registrations", "EpisodeOfCare", null),

        // A diagnosis that a server missed would take the patient off a register without a word; vaccinations and allergies are few.
        ("conditions", "Condition", null),
        ("allergies", "AllergyIntolerance", null),
        ("immunizations", "Immunization", null),

        // R4 has no search parameter for a flag's code; a code finds no prescription that refers to its Medication.
        ("flags", "Flag", null),
        ("medications", "MedicationRequest", null),
        ("observations", "Observation", "code"),
        ("procedures", "Procedure", "code"),
        ("requests", "ServiceRequest", "code"),
        ("encounters", "Encounter", "type"),
        ("encounterReasons", "Encounter", "reason-code"),
    ];

    /// <param name="valueSet">Canonical URL of all codes that the plan looks for.</param>
    /// <param name="byValueSet">False: every type is asked whole.</param>
    public static IReadOnlyList<PrefetchTemplate> For(EvaluationPlan plan, string valueSet, bool byValueSet)
    {
        var wanted = PracticeQueries.For(plan, RuleBook.ValueSetUrl).Select(q => q.ResourceType).ToHashSet(StringComparer.Ordinal);
        return
        [
            new PrefetchTemplate(Patient, $"Patient/{PrefetchTemplate.PatientToken}"),
            .. Keys.Where(k => wanted.Contains(k.Type)).Select(k => new PrefetchTemplate(k.Key, Query(k.Type, byValueSet ? k.Parameter : null, valueSet))).DistinctBy(t => t.Query),
            new PrefetchTemplate(Role, "PractitionerRole/{{userPractitionerRoleId}}", Needed: false),
        ];
    }

    private static string Query(string type, string? parameter, string valueSet) =>
        $"{type}?patient={PrefetchTemplate.PatientToken}" + (parameter is null ? "" : $"&{parameter}:in={valueSet}");
}
