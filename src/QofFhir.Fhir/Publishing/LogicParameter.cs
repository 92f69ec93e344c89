namespace QofFhir.Fhir.Publishing;

/// <summary>What a CQL library is given from outside.</summary>
/// <param name="Type">The FHIR type, such as <c>Period</c> or <c>date</c>.</param>
public sealed record LogicParameter(string Name, string Type);
