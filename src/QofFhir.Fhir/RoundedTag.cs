namespace QofFhir.Fhir;

/// <summary>The tag in <c>meta.tag</c> of reports whose counts are rounded for the public: they are never taken for exact ones.</summary>
internal static class RoundedTag
{
    public const string System = SampleTag.System;
    public const string Code = "rounded";
}
