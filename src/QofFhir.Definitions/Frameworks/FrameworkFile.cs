using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;
using QofFhir.Definitions.Language;
using QofFhir.Definitions.Versions;

namespace QofFhir.Definitions.Frameworks;

/// <summary>A framework as written.</summary>
/// <param name="Registers">Those that it keeps beside its indicators, without paying for them.</param>
/// <param name="Strata">What its results can be parted by.</param>
internal sealed record FrameworkFile(
    DefinitionFile File,
    string Id,
    string Title,
    DateOnly YearStart,
    RulesVersion Rules,
    string RulesText,
    string Source,
    IReadOnlyList<NameRef> Rulesets,
    IReadOnlyList<NameRef> Registers,
    IReadOnlyList<NameRef> Strata,
    IReadOnlyList<FrameworkEntry> Indicators)
{
    /// <summary>Null when the file does not say how it pays.</summary>
    public PaymentFile? Payment { get; init; }
}

/// <summary>An indicator of the framework's list.</summary>
/// <param name="Place">Where its id stands.</param>
/// <param name="Kind">Null when it is none, which is then among the mistakes.</param>
internal sealed record FrameworkEntry(
    string Id,
    Place Place,
    string Title,
    string Domain,
    string Group,
    IndicatorKind? Kind,
    decimal Points,
    decimal? Lower,
    decimal? Upper,
    Certainty PointsCertainty,
    Certainty? ThresholdCertainty,
    string? Source);
