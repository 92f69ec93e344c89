using QofFhir.Core.Achievement;

namespace QofFhir.Fhir.Writing.Gaps;

/// <summary>Where one patient stands for one measure.</summary>
/// <param name="Individual">Null outside the population, and when the measure could not be evaluated.</param>
/// <param name="Adjustment">Only with an open or prospective gap; null: none.</param>
public sealed record PatientGap(
    FrameworkIndicator Indicator, GapStatus Status, IndividualResult? Individual, GapAdjustment? Adjustment = null);
