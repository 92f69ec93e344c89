namespace QofFhir.Core.Records;

/// <summary>The one spelling of a coding inside QofFhir: a short name of the code system, a bar, the code.</summary>
/// <remarks>SNOMED CT and dm+d share one: dm+d ids are SNOMED ids, and a product arrives under either system.</remarks>
public static class CodeKey
{
    public const string Snomed = "sct";
    public const string Loinc = "loinc";
    public const string Sample = "sample";

    /// <summary>The code system of the sample code pack: made up, and refused on data that is not tagged as sample.</summary>
    public const string SampleSystem = "https://qoffhir.example.org/fhir/CodeSystem/sample";

    /// <summary>Any other system keeps its URL, so that equal codes of two systems stay apart. White space round either, and a slash behind the system, say nothing.</summary>
    public static string Of(string? system, string code) => ShortSystem(system?.Trim().TrimEnd('/')) + "|" + code.Trim();

    /// <summary>The key taken apart again: the system's canonical URL and the code.</summary>
    public static (string System, string Code) Split(string key)
    {
        var bar = key.LastIndexOf('|');
        var system = key[..bar];
        return (system switch
        {
            Snomed => "http://snomed.info/sct",
            Loinc => "http://loinc.org",
            Sample => SampleSystem,
            _ => system,
        }, key[(bar + 1)..]);
    }

    private static string ShortSystem(string? system) => system switch
    {
        null => "",
        "http://snomed.info/sct" or "https://dmd.nhs.uk" or "https://snomed.info/sct" or "http://dmd.nhs.uk"
            or "urn:oid:2.16.840.1.113883.6.96" => Snomed,
        "http://loinc.org" or "https://loinc.org" or "urn:oid:2.16.840.1.113883.6.1" => Loinc,
        SampleSystem => Sample,
        _ when system.StartsWith("http://snomed.info/sct/", StringComparison.Ordinal) => Snomed,
        _ => system,
    };
}
