namespace QofFhir.Fhir.Writing;

/// <summary>The resources that put a patient into a population, or that kept the patient out of it.</summary>
/// <param name="Population">Code of one of the measure's populations, such as <c>denominator-exception</c>.</param>
/// <param name="References">Such as <c>Observation/17</c>.</param>
public sealed record IndividualEvidence(string Population, IReadOnlyList<string> References);
