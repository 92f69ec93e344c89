using QofFhir.Core.Improvement.Charts;

namespace QofFhir.Cli.Improvement.Told;

/// <summary>Where a measure stands, of a practice or of one practice of a network.</summary>
/// <param name="Measure">Null where it is told of a practice.</param>
/// <param name="Practice">Null where it is told of a measure.</param>
/// <param name="NotCounted">Why the measure cannot be counted.</param>
/// <param name="Reached">Null where it cannot be said.</param>
/// <param name="Verdict">Against the baseline; null without baseline or later measurement.</param>
internal sealed record ProgressTold(
    string? Measure = null, string? Practice = null, string? NotCounted = null, CountsTold? Baseline = null, CountsTold? Now = null,
    decimal? Target = null, DateOnly? By = null, bool? Reached = null, ChangeVerdict? Verdict = null, string? Text = null);

internal sealed record CountsTold(DateOnly On, long Numerator, long Denominator);
