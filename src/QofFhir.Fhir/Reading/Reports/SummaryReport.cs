using QofFhir.Core.Aggregation;
using QofFhir.Fhir.Writing;

namespace QofFhir.Fhir.Reading.Reports;

/// <summary>What one summary MeasureReport says, checked.</summary>
/// <param name="Practice">ODS code in capitals.</param>
/// <param name="AchievementDate">Inside the year of the measure.</param>
/// <param name="Computed">To the second; a date to the day is the beginning of that day in London.</param>
/// <param name="Counts">Null when the indicator was not evaluated.</param>
/// <param name="Digest">SHA-256 in hexadecimal of everything but id, date and the server's part of meta: equal for reports that say the same.</param>
public sealed record SummaryReport(
    KnownMeasure Measure, string MeasureVersion, string Practice, DateOnly AchievementDate, DateTimeOffset Computed, ReportedCounts? Counts, string Digest)
{
    /// <summary>Made from sample codes or sample patients.</summary>
    public bool Sample { get; init; }

    /// <summary>The counts by group of patients, such as a fifth of deprivation.</summary>
    public IReadOnlyList<ReportedGroup> Groups { get; init; } = [];

    /// <summary>Adjustments by the month of the record that decided them.</summary>
    public IReadOnlyList<AdjustedInMonth> Months { get; init; } = [];

    /// <summary>Patients on the practice's list; null where it was not reported.</summary>
    public long? ListSize { get; init; }

    /// <summary>Points that the practice earned; null where they were not reported.</summary>
    public decimal? Points { get; init; }

    public ReportIdentity Identity { get; } = ReportIdentity.Of(Practice, Measure.Framework, Measure.Indicator, Measure.Start, Measure.End, AchievementDate);

    /// <summary>By another version of the measure than the one that we hold.</summary>
    public bool OfAnotherVersion => MeasureVersion != Measure.Version;
}
