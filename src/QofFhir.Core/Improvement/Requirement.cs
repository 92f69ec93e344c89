using QofFhir.Core.Rules;

namespace QofFhir.Core.Improvement;

/// <summary>One thing that a module asks for.</summary>
/// <param name="Id">Such as <c>meetings</c>.</param>
/// <param name="Text">What is asked, in plain words.</param>
/// <param name="AtLeast">How many are needed; 1 for what is there or not.</param>
public sealed record Requirement(string Id, string Text, RequirementKind Kind, int AtLeast, RuleSource Source);
