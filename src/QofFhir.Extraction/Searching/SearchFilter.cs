namespace QofFhir.Extraction.Searching;

/// <summary>One search parameter and its value, not yet URL-encoded.</summary>
internal sealed record SearchFilter(string Parameter, string Value);
