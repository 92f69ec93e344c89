using QofFhir.Core.Aggregation;
using QofFhir.Core.Rules;

namespace QofFhir.Fhir.Reading.Reports;

/// <summary>What our extension says of a report.</summary>
internal sealed record QofResult
{
    public DateOnly? AchievementDate { get; init; }

    public bool Sample { get; init; }

    public long? ListSize { get; init; }

    public decimal? Points { get; init; }

    public IReadOnlyList<AdjustedInMonth> Months { get; init; } = [];

    /// <summary>Adjustments of <see cref="Months"/> added up.</summary>
    public IReadOnlyDictionary<AdjustmentReason, long> Reasons { get; init; } = new Dictionary<AdjustmentReason, long>();
}
