namespace QofFhir.Core.Improvement.Charts;

/// <summary>A month of a chart. Shares, limits and ranges are from 0 to 1.</summary>
/// <param name="Share">Null in a gap.</param>
/// <param name="Lower">Lower limit; null where there are none.</param>
/// <param name="Upper">Upper limit; null where there are none.</param>
/// <param name="MovingRange">How far it lies from the month before; null in other charts than XmR, at the first point, and beside a gap.</param>
public sealed record ChartPoint(DateOnly Month, long? Numerator, long? Denominator, double? Share, double? Lower, double? Upper, double? MovingRange);
