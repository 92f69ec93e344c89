namespace QofFhir.Core.Improvement.Charts;

/// <summary>How a series is judged.</summary>
public enum ChartKind
{
    /// <summary>By its median and the runs around it: for few points.</summary>
    Run,

    /// <summary>By limits of chance for proportions, each point by its own denominator.</summary>
    P,

    /// <summary>By limits from how much it moves between months (individuals and moving range).</summary>
    XmR,
}
