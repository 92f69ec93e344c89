namespace QofFhir.Fhir.Reading.Reports;

/// <summary>What stands before the group of a report; null where it is missing or wrong.</summary>
/// <param name="Evaluated">False for a report of status error; null when the status says neither.</param>
/// <param name="Universal">Of DEQM's universal realm, where linkIds are obligatory.</param>
/// <param name="Tagged">As sample data.</param>
internal sealed record ReportHeading(
    KnownMeasure? Measure, string? Version, string? Practice, DateTimeOffset? Computed, bool? Evaluated, bool Universal, bool Tagged, string? ScoringUrl, bool ScoredByGroup)
{
    /// <summary>Whether labels and strata can be held against those of our measure.</summary>
    public bool SameVersion => Measure is not null && Measure.Version == Version;
}
