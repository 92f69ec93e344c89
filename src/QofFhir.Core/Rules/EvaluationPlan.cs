namespace QofFhir.Core.Rules;

/// <summary>What the rulesets compile to: clusters, fields, registers and indicators of one framework, naming each other by number.</summary>
/// <remarks>Fields and registers never refer to themselves, directly or in a circle: the compiler has checked it.</remarks>
public sealed record EvaluationPlan(
    IReadOnlyList<Cluster> Clusters,
    IReadOnlyList<FieldRule> Fields,
    IReadOnlyList<RegisterRule> Registers,
    IReadOnlyList<IndicatorRule> Indicators);
