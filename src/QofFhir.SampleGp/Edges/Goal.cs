using QofFhir.Core.Rules;

namespace QofFhir.SampleGp.Edges;

/// <summary>A condition and what it shall be for the patient.</summary>
internal readonly record struct Goal(Condition When, bool Truth);
