namespace QofFhir.Extraction.Bulk;

/// <summary>A file of an export.</summary>
/// <param name="Type">Null where the manifest does not say.</param>
/// <param name="Count">Lines; null where the manifest does not say.</param>
internal sealed record ManifestFile(string? Type, string Url, long? Count);
