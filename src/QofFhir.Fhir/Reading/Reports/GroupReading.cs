using QofFhir.Core.Aggregation;

namespace QofFhir.Fhir.Reading.Reports;

/// <param name="Counts">Null when the report was not evaluated, or where faults leave none.</param>
internal sealed record GroupReading(ReportedCounts? Counts, IReadOnlyList<ReportedGroup> Groups);
