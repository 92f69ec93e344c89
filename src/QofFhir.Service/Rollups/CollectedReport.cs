using QofFhir.Core.Aggregation;

namespace QofFhir.Service.Rollups;

/// <summary>A live report as it is added up.</summary>
/// <param name="Measure">Canonical with version.</param>
/// <param name="Computed">The day.</param>
/// <param name="Report">Null when the indicator was not evaluated.</param>
internal sealed record CollectedReport(string Practice, string Indicator, string Measure, DateOnly Computed, bool Sample, PracticeReport? Report)
{
    /// <summary>As reported; null where they were not.</summary>
    public string? Points { get; init; }

    /// <summary>The version of the rules, from behind the bar.</summary>
    public string Rules => Measure[(Measure.IndexOf('|', StringComparison.Ordinal) + 1)..];
}
