namespace QofFhir.Fhir.Reading.Reports;

/// <summary>What came of reading a report: the report, or all that is wrong with it.</summary>
/// <param name="Report">Null with any fault.</param>
/// <param name="Identified">The identity that it has in spite of faults, where that much could be read; for receipts.</param>
/// <param name="Readable">False for what is no JSON, or no resource.</param>
public sealed record ReportReading(SummaryReport? Report, IReadOnlyList<ReportFault> Faults, string? Identified = null, bool Readable = true);
