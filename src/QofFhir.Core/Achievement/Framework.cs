using QofFhir.Core.Evaluation;
using QofFhir.Core.Payments;
using QofFhir.Core.Prompts;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Achievement;

/// <summary>A framework and year: which indicators it pays, which registers it keeps beside them, and the compiled rules that decide them.</summary>
/// <param name="Id">Such as <c>qof-england-2026-27</c>.</param>
/// <param name="YearStart">1 April of the service year.</param>
/// <param name="Rules">Version of the business rules, such as 51.2.</param>
/// <param name="SampleCodes">True when sample codes are among the clusters: results are for trying out only.</param>
public sealed record Framework(
    string Id,
    string Title,
    DateOnly YearStart,
    string Rules,
    IReadOnlyList<FrameworkIndicator> Indicators,
    EvaluationPlan Plan,
    bool SampleCodes = false)
{
    /// <summary>Points of all its indicators.</summary>
    public decimal Points => Indicators.Sum(i => i.Points);

    /// <summary>Registers that it keeps under their own names without paying for them: computed and reported, outside every count and sum.</summary>
    public IReadOnlyList<FrameworkIndicator> Registers { get; init; } = [];

    /// <summary>What settles the care that its indicators ask for, in the order in which it is told.</summary>
    public IReadOnlyList<Care> Care { get; init; } = [];

    /// <summary>What its results can be parted by.</summary>
    public IReadOnlyList<FrameworkStratum> Strata { get; init; } = [];

    /// <summary>How the year pays; null when the framework does not say.</summary>
    public PaymentYear? Payment { get; init; }

    /// <summary>True for measures of a quality improvement module, which are run at any date: then no year is the wrong one.</summary>
    public bool AnyYear { get; init; }

    /// <summary>1 April of the service year that results as of a day belong to: the framework's own, or that of the day.</summary>
    public DateOnly YearOf(DateOnly achievementDate) => AnyYear ? ServiceDates.Year(achievementDate).PaymentPeriodStart : YearStart;

    /// <summary>All that is evaluated and reported: the indicators, then the registers.</summary>
    public IReadOnlyList<FrameworkIndicator> Reported => [.. Indicators, .. Registers];
}

/// <summary>What an indicator is paid by: the size of a register, a share of its patients, or the practice's word.</summary>
public enum IndicatorKind { Register, Fraction, Attestation }

/// <summary>An indicator as the framework pays it, or a register that it keeps without paying for it.</summary>
/// <param name="Lower">Percentage at which points begin (inside: no points yet); null for registers and attestations, and for a measure that nobody pays.</param>
/// <param name="Upper">Percentage from which all points are earned (inside).</param>
/// <param name="PointsCertainty">How sure the points are.</param>
/// <param name="ThresholdCertainty">How sure the thresholds are; null where there are none.</param>
/// <param name="Rule">Number of its rule in the plan, or null when there are no rules yet.</param>
/// <param name="Paid">False for a register that the year does not pay, and for a measure of a module: its points are 0.</param>
public sealed record FrameworkIndicator(
    string Id,
    string Title,
    string Domain,
    string Group,
    IndicatorKind Kind,
    decimal Points,
    decimal? Lower,
    decimal? Upper,
    Certainty PointsCertainty,
    Certainty? ThresholdCertainty,
    string Source,
    int? Rule,
    Evaluability Evaluability,
    bool Paid = true)
{
    /// <summary>How sure the least certain of its rules is; null without rules over patients.</summary>
    public Certainty? RulesCertainty { get; init; }
}
