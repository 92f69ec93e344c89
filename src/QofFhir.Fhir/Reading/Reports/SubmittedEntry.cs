namespace QofFhir.Fhir.Reading.Reports;

/// <summary>One entry of a Bundle, or one part of Parameters, that was sent.</summary>
/// <param name="Place">FHIRPath of its resource, such as <c>Bundle.entry[3].resource</c>.</param>
/// <param name="Resource">Null where there is none.</param>
/// <param name="FullUrl">What others in the Bundle call it.</param>
/// <param name="Method">POST or PUT; null in Parameters and collections, which ask nothing.</param>
/// <param name="Url">Relative, such as <c>MeasureReport?identifier=SYSTEM|VALUE</c>.</param>
public sealed record SubmittedEntry(string Place, SubmittedResource? Resource, string? FullUrl = null, string? Method = null, string? Url = null, string? IfMatch = null);
