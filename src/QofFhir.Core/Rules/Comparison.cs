namespace QofFhir.Core.Rules;

/// <summary>The comparisons of the rule language; there is no "not equal", because an absent side makes it a trap.</summary>
public enum Comparison { Less, AtMost, Equal, AtLeast, Greater }
