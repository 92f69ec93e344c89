namespace QofFhir.Extraction.Bulk;

/// <summary>An export that the server has begun.</summary>
/// <param name="Types">Asked and taken.</param>
/// <param name="Filters">Of each filtered type.</param>
internal sealed record Begun(Uri Status, IReadOnlyList<string> Types, IReadOnlyDictionary<string, IReadOnlyList<string>> Filters);
