namespace QofFhir.Fhir.Writing;

/// <summary>The DEQM canonical URLs of one realm.</summary>
internal sealed record DeqmCanonicals(
    string Summary, string Individual, string SubjectList, string IndividualList, string MeasureScoring)
{
    private const string Universal = "http://hl7.org/fhir/uv/deqm/StructureDefinition/";
    private const string Us = "http://hl7.org/fhir/us/davinci-deqm/StructureDefinition/";

    public static DeqmCanonicals Of(DeqmRealm realm) => realm switch
    {
        DeqmRealm.Universal100 => new(
            Universal + "deqm-summarymeasurereport",
            Universal + "deqm-individualmeasurereport",
            Universal + "deqm-subjectlistmeasurereport",
            Universal + "deqm-individualmeasurereportlist",
            Universal + "deqm-measureScoring"),
        DeqmRealm.Us500 => new(
            Us + "summary-measurereport-deqm",
            Us + "indv-measurereport-deqm",
            Us + "subjectlist-measurereport-deqm",
            Us + "indv-measurereport-list",
            Us + "extension-measureScoring"),
        _ => throw new ArgumentOutOfRangeException(nameof(realm), realm, "No such DEQM realm."),
    };
}
