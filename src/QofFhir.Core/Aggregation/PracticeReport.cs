namespace QofFhir.Core.Aggregation;

/// <summary>One practice's live report of one indicator.</summary>
/// <param name="Practice">ODS code in capitals.</param>
public sealed record PracticeReport(string Practice, ReportedCounts Counts)
{
    /// <summary>Patients on the practice's list; null where it was not reported.</summary>
    public long? ListSize { get; init; }

    /// <summary>The same counts by group of patients, such as a fifth of deprivation; none where none were reported.</summary>
    public IReadOnlyList<ReportedGroup> Groups { get; init; } = [];

    /// <summary>Adjustments by the month of the record that decided them.</summary>
    public IReadOnlyList<AdjustedInMonth> Months { get; init; } = [];
}
