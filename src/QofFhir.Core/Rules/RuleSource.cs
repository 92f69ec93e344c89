namespace QofFhir.Core.Rules;

/// <summary>Where a rule comes from, and how sure that is.</summary>
public sealed record RuleSource(string Document, Certainty Certainty);
