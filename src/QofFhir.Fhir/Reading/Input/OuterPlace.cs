namespace QofFhir.Fhir.Reading.Input;

/// <summary>The place of a Bundle that holds another.</summary>
internal sealed record OuterPlace(Place Place);
