namespace QofFhir.Core.Improvement;

/// <summary>What a field of a template takes.</summary>
public enum EvidenceType { Text, Date, Number, YesNo }
