using QofFhir.Fhir.Writing.Gaps;
using QofFhir.Service.Collection;
using QofFhir.Service.Organisations;
using QofFhir.Service.Practices;
using QofFhir.Service.Publishing;

namespace QofFhir.Service.Metadata;

/// <summary>What the FHIR endpoint of a role can do.</summary>
/// <param name="Interactions">With the whole system.</param>
internal sealed record Served(string Description, string Security, IReadOnlyList<ServedType> Types, IReadOnlyList<string> Interactions)
{
    private static readonly string[] Reads = ["read", "search-type"];

    private static readonly (string Name, string Type)[] OfReports =
    [
        ("_id", "token"), ("identifier", "token"), ("measure", "reference"), ("reporter", "reference"), ("period", "date"), ("date", "date"), ("status", "token"), ("type", "token"),
    ];

    public static Served By(ServicePlan plan) => plan.Roles.Contains(Role.Aggregator) ? Aggregator : Practices(plan);

    private static Served Practices(ServicePlan plan) => new(
        "QOF achievement as MeasureReports, and the definitions behind it",
        "Reports about patients need a bearer key or a token with the scope for them" + (plan.Jwt is null ? "." : "; everything else needs any valid token."),
        [
            new("MeasureReport", Reads, [.. OfReports, ("patient", "reference"), ("subject", "reference")]),
            .. Definitions(("data-requirements", DataRequirementsEndpoints.Operation), ("care-gaps", CareGapsWriter.Operation(plan.Realm))),
        ],
        []);

    private static Served Aggregator { get; } = new(
        "Collects summary MeasureReports of QOF from practices; never a patient",
        "Everything needs a bearer token that says a role: practice, network, national or payer.",
        [
            new("MeasureReport", [.. Reads, "vread", "history-instance", "create", "update"], OfReports) { Versioned = true },
            new("Provenance", Reads, [("target", "reference")]),
            .. Definitions(("submit-data", SubmitDataEndpoints.Operation)),
            new("Organization", Reads, OrganisationSearch.Parameters),
            new("OrganizationAffiliation", Reads, OrganisationSearch.AffiliationParameters),
            new("AuditEvent", Reads, [("_id", "token"), ("date", "date"), ("agent", "reference"), ("entity", "reference"), ("outcome", "token")]),
        ],
        ["transaction", "batch"]);

    private static IEnumerable<ServedType> Definitions(params (string Name, string Definition)[] ofMeasures) => DefinitionEndpoints.Types.Select(
        type => new ServedType(type, Reads, DefinitionSearch.Parameters) { Operations = type == "Measure" ? ofMeasures : [] });
}
