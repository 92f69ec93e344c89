namespace QofFhir.Core.Rules;

/// <summary>How sure we are of a fact: read in a source, confirmed by arithmetic, drawn from neighbouring facts, or only remembered.</summary>
public enum Certainty { Found, Confirmed, Inferred, Recalled }
