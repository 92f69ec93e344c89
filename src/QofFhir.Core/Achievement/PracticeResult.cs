using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;

namespace QofFhir.Core.Achievement;

/// <summary>What a framework came to in one practice.</summary>
/// <param name="Practice">ODS code, or null: everyone in the input is one practice.</param>
/// <param name="ListSize">Patients on the list at the achievement date.</param>
/// <param name="OutsideItsYear">True when the achievement date lies outside the framework's own year: every output says so.</param>
public sealed record PracticeResult(
    Framework Framework,
    string? Practice,
    ServiceDates Dates,
    RegistrationBasis Registration,
    int ListSize,
    bool OutsideItsYear,
    IReadOnlyList<IndicatorResult> Indicators)
{
    /// <summary>Sizes of the registers that the framework keeps without paying for them.</summary>
    public IReadOnlyList<IndicatorResult> Registers { get; init; } = [];

    /// <summary>The strata that were asked for; those that are not evaluable part no indicator and say why.</summary>
    public IReadOnlyList<FrameworkStratum> Strata { get; init; } = [];

    /// <summary>The indicators, then the registers.</summary>
    public IReadOnlyList<IndicatorResult> Reported => [.. Indicators, .. Registers];

    /// <summary>Points earned so far; indicators that were not evaluated add nothing and are told apart by <see cref="PointsEvaluated"/>.</summary>
    public decimal PointsEarned => Indicators.Sum(i => i.Points ?? 0);

    /// <summary>Points of the indicators that were evaluated, of the framework's <see cref="Framework.Points"/>; an attestation counts once the practice has answered.</summary>
    public decimal PointsEvaluated => Indicators.Where(i => i.Evaluated).Sum(i => i.Indicator.Points);
}
