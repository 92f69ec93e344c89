namespace QofFhir.Fhir.Terminology;

/// <summary>A code of an expansion, as the server gives it: nothing of it is checked.</summary>
/// <param name="Display">Null where the server gives none.</param>
public sealed record ExpandedCode(string System, string Code, string? Display);
