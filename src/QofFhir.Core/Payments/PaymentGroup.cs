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
    string Source)
{
    /// <summary>The indicator, or the register that is kept beside them, whose patients are those on <see cref="Registers"/>: its count is the practice's register. Null unless weighted by prevalence.</summary>
    public string? CountedBy { get; init; }

    /// <summary>The group's code in the prevalence file of the NHS publication, such as <c>AF</c>; null when it is not known.</summary>
    public string? PublishedAs { get; init; }
}
