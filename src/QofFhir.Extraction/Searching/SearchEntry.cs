namespace QofFhir.Extraction.Searching;

/// <summary>An entry of a page.</summary>
/// <param name="Mode">match, include or outcome; null where the server does not say.</param>
/// <param name="Json">The resource as it stood in the page.</param>
internal readonly record struct SearchEntry(string? Type, string? Id, string? Mode, ReadOnlyMemory<byte> Json);
