using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Extraction;

/// <summary>What a framework needs of a practice: who is registered, and the events of its clusters.</summary>
public static class PracticeQueries
{
    /// <summary>The resource types that a framework can ask for.</summary>
    public static IReadOnlyList<string> Types { get; } =
    [
        "Patient", "EpisodeOfCare", "Organization", "Group", "Condition", "Observation", "Procedure", "AllergyIntolerance", "ServiceRequest", "Encounter",
        "Flag", "Immunization", "Medication", "MedicationRequest",
    ];

    /// <summary>A server without one of these has the entries elsewhere, not none.</summary>
    internal static readonly string[] EveryPracticeHas = ["Patient", "Condition", "Observation", "MedicationRequest"];

    /// <param name="valueSet">Canonical URL of a cluster's value set.</param>
    public static IReadOnlyList<TypeQuery> For(EvaluationPlan plan, Func<Cluster, string> valueSet)
    {
        var held = plan.Clusters.Where(c => c.Codes.Count > 0).OrderBy(c => c.Name, StringComparer.Ordinal).ToArray();
        CodeList[] codes = [.. held.Where(c => c.Class == ClusterClass.Code).Select(c => List(c, valueSet))];
        CodeList[] drugs = [.. held.Where(c => c.Class == ClusterClass.Drug).Select(c => List(c, valueSet))];
        return
        [
            new TypeQuery("Patient"),
            new TypeQuery("EpisodeOfCare"),
            new TypeQuery("Organization") { Needed = false },
            new TypeQuery("Group") { Needed = false },
            .. Coded("Condition", codes, "code"),
            // The panel and a stand-alone pressure carry their cluster's code; combo-code also finds it in a component.
            .. Coded("Observation", codes, "combo-code", "code"),
            .. Coded("Procedure", codes, "code"),
            .. Coded("AllergyIntolerance", codes, "code"),
            .. Coded("ServiceRequest", codes, "code"),
            .. Coded("Encounter", codes, "type"),
            .. Coded("Encounter", codes, "reason-code"),
            // R4 has no search parameter for a flag's code.
            new TypeQuery("Flag"),
            .. Coded("Immunization", [.. codes, .. drugs], "vaccine-code"),
            .. Coded("Medication", drugs, "code"),
            .. Coded("MedicationRequest", drugs, "code").Select(q => q with { RefersTo = new ReferenceFilter("medication", "Medication") }),
        ];
    }

    /// <summary>Nothing at all when there are no codes: a query without codes would fetch the whole type.</summary>
    private static IEnumerable<TypeQuery> Coded(string type, CodeList[] lists, params string[] parameters) =>
        lists.Length == 0 ? [] : [new TypeQuery(type) { CodeParameters = parameters, Codes = lists }];

    private static CodeList List(Cluster cluster, Func<Cluster, string> valueSet) =>
        new(valueSet(cluster), [.. cluster.Codes.Order(StringComparer.Ordinal).SelectMany(key => Tokens(key, cluster.Class))]);

    /// <summary>A medicine is recorded under the SNOMED CT system or under that of dm+d, so both are asked.</summary>
    private static IEnumerable<string> Tokens(string key, ClusterClass kind)
    {
        var (system, code) = CodeKey.Split(key);
        yield return $"{Escaped(system)}|{Escaped(code)}";
        if (kind == ClusterClass.Drug && key.StartsWith(CodeKey.Snomed + "|", StringComparison.Ordinal))
        {
            yield return $"https://dmd.nhs.uk|{Escaped(code)}";
        }
    }

    private static string Escaped(string text) => text
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace(",", @"\,", StringComparison.Ordinal)
        .Replace("|", @"\|", StringComparison.Ordinal)
        .Replace("$", @"\$", StringComparison.Ordinal);
}
