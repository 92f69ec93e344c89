using QofFhir.Core.Rules;

namespace QofFhir.Definitions.ValueSets;

/// <summary>An indicator that more, or fewer, codes have brought into another state.</summary>
/// <param name="After">With its reason, when something still stands in the way.</param>
public sealed record EvaluabilityChange(string Framework, string Indicator, decimal Points, EvaluabilityState Before, Evaluability After);
