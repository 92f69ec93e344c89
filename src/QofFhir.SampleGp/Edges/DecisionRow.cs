using QofFhir.Core.Rules;

namespace QofFhir.SampleGp.Edges;

/// <param name="Name">As the report calls it.</param>
/// <param name="Result">What it decides.</param>
internal sealed record DecisionRow(string Name, string Result, Condition When);
