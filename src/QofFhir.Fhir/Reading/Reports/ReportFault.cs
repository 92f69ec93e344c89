namespace QofFhir.Fhir.Reading.Reports;

/// <summary>Why something that was sent is not accepted, in one sentence that repeats nothing of it.</summary>
/// <param name="Code">Of FHIR's issue types, such as <c>required</c>.</param>
/// <param name="Expression">FHIRPath of the faulty element; null where it is the whole.</param>
public sealed record ReportFault(string Code, string? Expression, string Text);
