namespace QofFhir.Core.Aggregation;

/// <summary>One practice's live report of one indicator.</summary>
/// <param name="Practice">ODS code.</param>
public sealed record PracticeReport(string Practice, ReportedCounts Counts);
