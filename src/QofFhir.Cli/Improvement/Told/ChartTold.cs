using QofFhir.Core.Improvement;
using QofFhir.Core.Improvement.Charts;

namespace QofFhir.Cli.Improvement.Told;

/// <summary>A measure over the months, as a service tells it. Shares are from 0 to 1.</summary>
internal sealed record ChartTold(
    string Measure, ChartKind Kind, IReadOnlyList<PointTold> Points, IReadOnlyList<SignalTold> Signals, IReadOnlyList<string> Notes, double? Centre = null);

/// <param name="Share">Null in a gap.</param>
internal sealed record PointTold(
    DateOnly Month, long? Numerator = null, long? Denominator = null, double? Share = null, double? Lower = null, double? Upper = null);

internal sealed record SignalTold(SignalRule Rule, DateOnly First, DateOnly Last, int Points, Direction? Towards = null, bool? Improvement = null);
