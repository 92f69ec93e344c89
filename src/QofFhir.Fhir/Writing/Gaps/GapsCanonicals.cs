namespace QofFhir.Fhir.Writing.Gaps;

/// <summary>The DEQM canonical URLs for gaps in care of one realm.</summary>
internal sealed record GapsCanonicals(
    string Bundle, string Composition, string DetectedIssue, string Status, string StatusCodes, string Remark, string RemarkCodes)
{
    private const string Universal = "http://hl7.org/fhir/uv/deqm/";
    private const string Us = "http://hl7.org/fhir/us/davinci-deqm/";

    /// <summary>The OperationDefinition of <c>$care-gaps</c>.</summary>
    public static string Operation(DeqmRealm realm) => (realm == DeqmRealm.Us500 ? Us : Universal) + "OperationDefinition/care-gaps";

    public static GapsCanonicals Of(DeqmRealm realm) => realm switch
    {
        DeqmRealm.Universal100 => new(
            Universal + "StructureDefinition/deqm-gapsincarebundle",
            Universal + "StructureDefinition/deqm-gapsincarecomposition",
            Universal + "StructureDefinition/deqm-gapsincaredetectedissue",
            Universal + "StructureDefinition/deqm-gapStatus",
            Universal + "CodeSystem/deqm-gaps-status",
            Universal + "StructureDefinition/deqm-careGapRemark",
            Universal + "CodeSystem/deqm-care-gap-remark"),
        DeqmRealm.Us500 => new(
            Us + "StructureDefinition/gaps-bundle-deqm",
            Us + "StructureDefinition/gaps-composition-deqm",
            Us + "StructureDefinition/gaps-detectedissue-deqm",
            Us + "StructureDefinition/extension-gapStatus",
            Us + "CodeSystem/gaps-status",
            Us + "StructureDefinition/extension-careGapRemark",
            Us + "CodeSystem/care-gap-remark"),
        _ => throw new ArgumentOutOfRangeException(nameof(realm), realm, "No such DEQM realm."),
    };
}
