using QofFhir.Core.Rules;

namespace QofFhir.Core.Payments;

/// <summary>Indicators whose points are added up, weighted by one factor and paid as one sum.</summary>
/// <param name="Name">The framework's group, or a part of it that is weighted on its own.</param>
/// <param name="Registers">On which the prevalence is measured: patients in any one. Empty unless weighted by prevalence.</param>
/// <param name="Certainty">How sure the weighting and its registers are.</param>
public sealed record PaymentGroup(
    string Name,
    IReadOnlyList<string> Indicators,
    Weighting Weighting,
    IReadOnlyList<string> Registers,
    Certainty Certainty,
    string Source);
