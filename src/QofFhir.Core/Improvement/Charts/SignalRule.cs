namespace QofFhir.Core.Improvement.Charts;

/// <summary>What a chart takes for more than chance.</summary>
public enum SignalRule
{
    /// <summary>A point beyond a limit.</summary>
    OutsideLimits,

    /// <summary>A moving range beyond its limit.</summary>
    MovingRangeOutside,

    /// <summary>Many points in a row on one side of the middle.</summary>
    Shift,

    /// <summary>Many points in a row, each higher, or each lower, than the one before.</summary>
    Trend,

    /// <summary>Two of three points in a row beyond two standard deviations, all three on that side of the middle.</summary>
    TwoOfThree,

    /// <summary>Fewer runs around the median than chance makes.</summary>
    TooFewRuns,

    /// <summary>More runs around the median than chance makes.</summary>
    TooManyRuns,
}
