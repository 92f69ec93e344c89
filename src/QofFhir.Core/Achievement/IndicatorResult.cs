using QofFhir.Core.Aggregation;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Achievement;

/// <summary>What one indicator came to in one practice.</summary>
/// <param name="Counts">Null when the indicator was not evaluated or is attested.</param>
/// <param name="Percentage">Numerator of denominator, unrounded; null without denominator.</param>
/// <param name="Points">Null when not evaluable, when there is no denominator, when an attestation was not given, or when the register is not paid.</param>
/// <param name="Outcomes">Patients of the population in their order; empty when not evaluated.</param>
public sealed record IndicatorResult(
    FrameworkIndicator Indicator,
    IndicatorRule? Rule,
    IndicatorCounts? Counts,
    decimal? Percentage,
    decimal? Points,
    Attestation? Attestation,
    IReadOnlyList<PatientOutcome> Outcomes)
{
    /// <summary>The same counts parted by each stratum that was asked for and is evaluable; empty without counts.</summary>
    public IReadOnlyList<StratumCounts> Strata { get; init; } = [];

    /// <summary>Adjustments by reason and by the month of the record that decided; empty unless asked for by <see cref="Qof.ByMonth"/>.</summary>
    public IReadOnlyList<AdjustedInMonth> AdjustedIn { get; init; } = [];

    /// <summary>True when there is a count or an answer to go by, whatever it came to.</summary>
    public bool Evaluated => Counts is not null || Attestation is not null;

    /// <summary>True when some codes are missing, so that the points may change.</summary>
    public bool Provisional => Points is not null && Indicator.Evaluability.State == EvaluabilityState.Incomplete;
}

/// <summary>An outcome and whose it is.</summary>
/// <param name="Patient">The patient's place in the practice's records.</param>
public readonly record struct PatientOutcome(int Patient, Outcome Outcome);

/// <summary>Counts of patients. Population = exclusions + adjustments + numerator + outstanding.</summary>
/// <param name="Population">Size of the register or other population, before exclusions.</param>
/// <param name="ExclusionsByLabel">In the order of the rows; zero counts stay.</param>
/// <param name="AdjustmentsByLabel">In the order of the rows; zero counts stay.</param>
public sealed record IndicatorCounts(
    int Population,
    IReadOnlyList<LabelCount> ExclusionsByLabel,
    IReadOnlyList<LabelCount> AdjustmentsByLabel,
    int Numerator,
    int Outstanding)
{
    public int Exclusions => ExclusionsByLabel.Sum(l => l.Count);

    public int Adjustments => AdjustmentsByLabel.Sum(l => l.Count);

    /// <summary>What QOF pays by: without exclusions and adjustments.</summary>
    public int Denominator => Numerator + Outstanding;

    /// <summary>Numerator of denominator, unrounded; null without denominator.</summary>
    public decimal? Percentage => Denominator == 0 ? null : Numerator * 100m / Denominator;
}

/// <param name="Reason">Null on exclusions.</param>
public sealed record LabelCount(string Label, AdjustmentReason? Reason, int Count);
