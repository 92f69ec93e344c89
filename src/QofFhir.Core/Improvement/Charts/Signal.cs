namespace QofFhir.Core.Improvement.Charts;

/// <summary>Something in a chart that chance alone seldom makes.</summary>
/// <param name="First">Month in which it begins.</param>
/// <param name="Last">Month in which it ends, inside.</param>
/// <param name="Points">How many points make it up.</param>
/// <param name="Towards">Null where it has no direction, as the number of runs.</param>
/// <param name="Improvement">True where it goes the way that is better; null without direction.</param>
public sealed record Signal(SignalRule Rule, DateOnly First, DateOnly Last, int Points, Direction? Towards, bool? Improvement);
