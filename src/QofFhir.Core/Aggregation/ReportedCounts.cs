using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Aggregation;

/// <summary>Counts of one indicator that can be added up over practices. Percentages cannot.</summary>
/// <param name="Population">Size of the register or other population, before exclusions.</param>
/// <param name="Exclusions">Patients to whom the indicator does not apply.</param>
/// <param name="Adjusted">Personalised care adjustments, for whatever reason.</param>
/// <param name="Numerator">Patients whose care was done.</param>
public sealed record ReportedCounts(long Population, long Exclusions, long Adjusted, long Numerator)
{
    public static ReportedCounts None { get; } = new(0, 0, 0, 0);

    /// <summary>Adjustments by reason; a reason without any may be absent, and where reasons were not reported they add up to less than <see cref="Adjusted"/>.</summary>
    public IReadOnlyDictionary<AdjustmentReason, long> Reasons { get; init; } = ReasonDictionary.None;

    /// <summary>Patients who should have the care, those adjusted for included.</summary>
    public long GrossDenominator => Population - Exclusions;

    /// <summary>What QOF pays by: without exclusions and adjustments.</summary>
    public long Denominator => GrossDenominator - Adjusted;

    /// <summary>Patients whose care was not done and who did not choose so, whatever the practice was excused from.</summary>
    public long CareGap => GrossDenominator - Numerator - Reasons.GetValueOrDefault(AdjustmentReason.PatientChoseNotTo);

    /// <summary>Net achievement: what the practice could do, in QOF's sense.</summary>
    public Proportion Achievement => new(Numerator, Denominator);

    /// <summary>Patients receiving the care among all who should.</summary>
    public Proportion Received => new(Numerator, GrossDenominator);

    /// <summary>The true care gap among all who should have the care.</summary>
    public Proportion Gap => new(CareGap, GrossDenominator);

    /// <summary>Adjusted for, of those who were adjusted for or counted.</summary>
    public Proportion AdjustmentRate => new(Adjusted, GrossDenominator);

    public static ReportedCounts Of(IndicatorCounts counts) => new(
        counts.Population,
        counts.Exclusions,
        counts.Adjustments,
        counts.Numerator)
    {
        Reasons = counts.AdjustmentsByLabel.Where(l => l.Count > 0).GroupBy(l => l.Reason!.Value).ToDictionary(g => g.Key, g => g.Sum(l => (long)l.Count)),
    };

    public static ReportedCounts Sum(IEnumerable<ReportedCounts> all)
    {
        var (population, exclusions, adjusted, numerator) = (0L, 0L, 0L, 0L);
        var reasons = new long[Enum.GetValues<AdjustmentReason>().Length];
        foreach (var counts in all)
        {
            population += counts.Population;
            exclusions += counts.Exclusions;
            adjusted += counts.Adjusted;
            numerator += counts.Numerator;
            foreach (var (reason, count) in counts.Reasons)
            {
                reasons[(int)reason] += count;
            }
        }

        return new ReportedCounts(population, exclusions, adjusted, numerator)
        {
            Reasons = new ReasonDictionary(reasons),
        };
    }
}
