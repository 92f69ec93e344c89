namespace QofFhir.Extraction.Bulk;

/// <summary>An export that the server has begun.</summary>
/// <param name="Wanted">What it took of what was asked.</param>
internal sealed record Begun(Uri Status, WantedExport Wanted);
