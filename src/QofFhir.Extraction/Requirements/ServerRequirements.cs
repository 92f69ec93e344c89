namespace QofFhir.Extraction.Requirements;

/// <summary>What frameworks ask of a server, told from what they fetch.</summary>
public static class ServerRequirements
{
    /// <summary>No practice is without these: a server that does not offer one has the entries where we do not find them.</summary>
    private static readonly string[] EveryPracticeHas = ["Patient", "Condition", "Observation", "MedicationRequest"];

    /// <param name="queries">Of one framework or of several together.</param>
    public static IReadOnlyList<TypeRequirement> For(IEnumerable<TypeQuery> queries) =>
    [
        .. queries.GroupBy(q => q.ResourceType).OrderBy(g => g.Key, StringComparer.Ordinal).Select(type => new TypeRequirement(
            type.Key,
            EveryPracticeHas.Contains(type.Key) ? Expectation.Shall : type.Any(q => q.Needed) ? Expectation.Should : Expectation.May,
            Without(type.Key),
            [.. type.SelectMany(q => q.CodeParameters).Distinct()],
            [.. type.Select(q => q.RefersTo?.Parameter).OfType<string>().Distinct(), "_lastUpdated"],
            ElementRequirements.Of(type.Key))),
    ];

    private static string Without(string type) => type switch
    {
        "Patient" => "nothing can be evaluated",
        "EpisodeOfCare" => "who is registered must stand in Patient.generalPractitioner or in a Group; else everyone counts as registered since birth",
        "Condition" => "diagnoses are not found, so registers are not evaluable",
        "Observation" => "values and findings are not found, so care that rests on them is not evaluable",
        "MedicationRequest" => "issues are not found, so treatment is not evaluable",
        "Medication" => "medicines that are named by reference are not known",
        "Immunization" => "vaccinations recorded there are not found",
        "Organization" => "the practice is known by the identifier in the reference alone",
        "Group" => "a list kept as a group is not known",
        _ => "events recorded there are not found: reviews, referrals and reasons for an adjustment may be missed",
    };
}
