using QofFhir.Core.Aggregation;

namespace QofFhir.Core.Disclosure;

/// <summary>The reports of one indicator that are to be made public.</summary>
/// <param name="Parted">False for a register, of which the population alone is published.</param>
/// <param name="Reports">At most one a practice, in any order.</param>
public sealed record IndicatorReports(bool Parted, IReadOnlyCollection<PracticeReport> Reports);
