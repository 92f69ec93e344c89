namespace QofFhir.Core.Rules;

/// <summary>The ruleset that defines a field or a condition, and what the ruleset draws on: two rulesets may use one name for two things.</summary>
public sealed record RuleOrigin(string Ruleset, RuleSource Source);
