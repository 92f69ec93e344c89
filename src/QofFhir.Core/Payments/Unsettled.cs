namespace QofFhir.Core.Payments;

/// <summary>Indicators whose points may differ from what their thresholds give, because part of how the year pays them is not known.</summary>
/// <param name="Why">One sentence for people.</param>
public sealed record Unsettled(IReadOnlyList<string> Indicators, string Why);
