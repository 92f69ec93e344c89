namespace QofFhir.SampleGp.Server.Search;

/// <summary>The types that can be read and searched, and the search parameters of each beside <c>_id</c> and <c>_lastUpdated</c>.</summary>
internal static class SearchableTypes
{
    public static IReadOnlyDictionary<string, IReadOnlyList<SearchParameter>> All { get; } =
        new Dictionary<string, IReadOnlyList<SearchParameter>>(StringComparer.Ordinal)
        {
            ["AllergyIntolerance"] = Clinical(Coded("code")),
            ["Condition"] = Clinical(Coded("code"), Dated("onset-date")),
            ["Encounter"] = Clinical(Coded("type"), new("reason-code", ParameterKind.Reason), Dated("date")),
            ["EpisodeOfCare"] = [new("patient", ParameterKind.Patient), Dated("date")],
            ["Flag"] = Clinical(Dated("date")),
            ["Group"] = [Coded("code")],
            ["Immunization"] = [new("patient", ParameterKind.Patient), Coded("vaccine-code"), Dated("date")],
            ["Medication"] = [Coded("code")],
            ["MedicationRequest"] = Clinical(Coded("code"), Dated("authoredon")),
            ["MedicationStatement"] = Clinical(Coded("code"), Dated("effective")),
            ["Observation"] = Clinical(Coded("code"), new("combo-code", ParameterKind.CodeOrComponent), Dated("date")),
            ["Organization"] = [],
            ["Patient"] = [],
            ["Practitioner"] = [],
            ["Procedure"] = Clinical(Coded("code"), Dated("date")),
            ["ServiceRequest"] = Clinical(Coded("code"), Dated("authored")),
        };

    private static IReadOnlyList<SearchParameter> Clinical(params SearchParameter[] own) =>
        [new("patient", ParameterKind.Patient), new("subject", ParameterKind.Patient), .. own];

    private static SearchParameter Coded(string name) => new(name, ParameterKind.Code);

    private static SearchParameter Dated(string name) => new(name, ParameterKind.Date);
}
