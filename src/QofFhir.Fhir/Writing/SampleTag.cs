namespace QofFhir.Fhir.Writing;

/// <summary>The <c>meta.tag</c> of whatever was made from sample codes or sample data.</summary>
public static class SampleTag
{
    public const string System = "https://qoffhir.example.org/fhir/CodeSystem/tag";
    public const string Code = "sample";
}
