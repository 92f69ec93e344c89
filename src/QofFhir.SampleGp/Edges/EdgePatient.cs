using QofFhir.SampleGp.Practice;

namespace QofFhir.SampleGp.Edges;

/// <summary>A made-up patient who stands at an edge of a rule.</summary>
/// <param name="Table">The indicator or register that the patient was made for.</param>
/// <param name="Shows">What the patient adds, in words.</param>
/// <param name="Resources">The Patient first.</param>
public sealed record EdgePatient(string Id, string Table, string Shows, IReadOnlyList<SampleResource> Resources);
