using QofFhir.Core.Achievement;
using QofFhir.Core.Aggregation;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Payments;

/// <summary>An indicator as a statement pays it: what the year gives for it and what the practice came to, enough to work it out again without the framework.</summary>
/// <param name="Group">The framework's, such as <c>Diabetes mellitus</c>.</param>
/// <param name="Points">All that can be earned.</param>
/// <param name="Lower">Percentage at which points begin; null for registers and attestations.</param>
/// <param name="Upper">Percentage from which all points are earned.</param>
/// <param name="Certainty">How sure the points, the thresholds and the rules behind the counts are.</param>
public sealed record StatementIndicator(
    string Id, string Title, string Group, IndicatorKind Kind, decimal Points, decimal? Lower, decimal? Upper, Certainty Certainty)
{
    /// <summary>Null where nothing was counted, and for attestations.</summary>
    public ReportedCounts? Counts { get; init; }

    /// <summary>The practice's answer to an attestation; null when it has not answered, and for all others.</summary>
    public bool? Declared { get; init; }

    /// <summary>Why there is no result; null when there is one.</summary>
    public string? NotKnown { get; init; }

    /// <summary>Why the counts may change, such as codes that are missing; null when they are settled.</summary>
    public string? MayChange { get; init; }

    /// <summary>What an evaluation came to.</summary>
    public static StatementIndicator Of(IndicatorResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Of(result.Indicator, result.Counts is { } counts ? ReportedCounts.Of(counts) : null, result.Attestation?.Declared);
    }

    /// <summary>What a report or a declaration says of an indicator.</summary>
    /// <param name="counts">Null: there is no report, or it was not evaluated.</param>
    /// <param name="declared">Of an attestation; null: there is no answer.</param>
    /// <param name="notKnown">Why there are no counts; null: as the framework says.</param>
    public static StatementIndicator Of(FrameworkIndicator indicator, ReportedCounts? counts, bool? declared = null, string? notKnown = null)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        var attested = indicator.Kind == IndicatorKind.Attestation;
        var evaluability = indicator.Evaluability;
        return new StatementIndicator(
            indicator.Id, indicator.Title, indicator.Group, indicator.Kind, indicator.Points, indicator.Lower, indicator.Upper,
            new[] { indicator.PointsCertainty, indicator.ThresholdCertainty, indicator.RulesCertainty }.OfType<Certainty>().Max())
        {
            Counts = attested ? null : counts,
            Declared = attested ? declared : null,
            NotKnown = attested ? (declared is null ? "not declared yet" : null)
                : counts is not null ? null
                : notKnown ?? (evaluability.State == EvaluabilityState.NotEvaluable ? $"not evaluable: {evaluability.Reason}" : "no result was given"),
            MayChange = counts is not null && evaluability.State == EvaluabilityState.Incomplete ? evaluability.Reason : null,
        };
    }
}
