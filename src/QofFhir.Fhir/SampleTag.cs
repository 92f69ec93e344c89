namespace QofFhir.Fhir;

/// <summary>The tag in <c>meta.tag</c> that marks made-up data: only on it may sample codes be used.</summary>
public static class SampleTag
{
    public const string System = "https://qoffhir.example.org/fhir/CodeSystem/tag";
    public const string Code = "sample";
}
