namespace QofFhir.SampleGp.Practice;

/// <summary>The tag in <c>meta.tag</c> that every synthetic resource carries: only data with it may meet the sample codes.</summary>
public static class SampleTag
{
    public const string System = "https://qoffhir.example.org/fhir/CodeSystem/tag";
    public const string Code = "sample";
    public const string Display = "Synthetic sample data";
}
