namespace QofFhir.Core.Records;

/// <summary>Sample codes are for sample patients alone.</summary>
internal static class SampleData
{
    public const string Refusal = "the sample code pack is loaded, but not every patient carries the sample tag: sample codes are refused on other data";
}
