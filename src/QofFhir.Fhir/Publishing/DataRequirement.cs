using QofFhir.Core.Rules;

namespace QofFhir.Fhir.Publishing;

/// <summary>A resource type that deciding needs, and by which element a cluster selects from it.</summary>
/// <param name="Path">Null, as is the cluster, where every resource of the type is needed.</param>
internal sealed record DataRequirement(string Type, string? Path = null, Cluster? Cluster = null)
{
    // The elements whose codes the readers of this room turn into events of each class.
    private static readonly (string Type, string Path)[] Entries =
    [
        ("AllergyIntolerance", "code"),
        ("Condition", "code"),
        ("Encounter", "reasonCode"),
        ("Encounter", "type"),
        ("Flag", "code"),
        ("Immunization", "extension('https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-VaccinationProcedure').value"),
        ("Observation", "code"),
        ("Procedure", "code"),
        ("ServiceRequest", "code"),
    ];

    private static readonly (string Type, string Path)[] Issues =
    [
        ("Immunization", "vaccineCode"),
        ("Medication", "code"),
        ("MedicationRequest", "medication"),
    ];

    private static readonly (string Type, string Path)[] Values = [("Observation", "code")];

    /// <summary>Who is registered, and the events that the rules read; the same whatever the period, because windows may reach back a lifetime.</summary>
    public static IEnumerable<DataRequirement> Of(EvaluationPlan plan, IEnumerable<IndicatorRule> rules) =>
    [
        new("Patient"),
        new("EpisodeOfCare"),
        new("Group"),
        .. rules.SelectMany(rule => Events(plan, rule)).Distinct()
            .OrderBy(r => r.Type, StringComparer.Ordinal).ThenBy(r => r.Path, StringComparer.Ordinal)
            .ThenBy(r => r.Cluster!.Name, StringComparer.Ordinal),
    ];

    private static IEnumerable<DataRequirement> Events(EvaluationPlan plan, IndicatorRule rule) =>
    [
        .. Reach.ClustersOf(plan, rule).SelectMany(c => Selected(c.Class == ClusterClass.Drug ? Issues : Entries, c)),
        .. Reach.ValuesOf(plan, rule).SelectMany(c => Selected(Values, c)),
    ];

    private static IEnumerable<DataRequirement> Selected((string Type, string Path)[] elements, Cluster cluster) =>
        elements.Select(e => new DataRequirement(e.Type, e.Path, cluster));
}
