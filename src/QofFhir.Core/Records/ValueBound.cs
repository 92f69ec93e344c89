namespace QofFhir.Core.Records;

/// <summary>How a recorded value bounds the true one, as a laboratory's "&lt;" and "&gt;" do.</summary>
public enum ValueBound : byte { Exact, Below, AtMost, AtLeast, Above }
