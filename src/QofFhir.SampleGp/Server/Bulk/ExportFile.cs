using QofFhir.SampleGp.Server.Shelves;

namespace QofFhir.SampleGp.Server.Bulk;

/// <summary>One file of an export. It is written anew, and the same, each time that it is asked for.</summary>
/// <param name="Count">Lines, as the manifest tells.</param>
/// <param name="Lines">Its lines, found again at each use: a file in waiting holds none.</param>
/// <param name="Severity">Of the one outcome in a file of errors; null for any other.</param>
/// <param name="Unended">Its last line has no end, whatever the plan says.</param>
internal sealed record ExportFile(FileKind Kind, string Type, int Count, Func<IEnumerable<ShelfEntry>> Lines, string? Severity = null, bool Unended = false);
