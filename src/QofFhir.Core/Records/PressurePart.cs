namespace QofFhir.Core.Records;

/// <summary>Which half of a blood pressure a value is.</summary>
public enum PressurePart : byte { None, Systolic, Diastolic }
