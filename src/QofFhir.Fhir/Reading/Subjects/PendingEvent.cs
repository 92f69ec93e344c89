using QofFhir.Fhir.Reading.Elements;
using QofFhir.Fhir.Reading.Input;

namespace QofFhir.Fhir.Reading.Subjects;

/// <summary>An event at an age, whose patient's day of birth is not known yet.</summary>
internal readonly record struct PendingEvent(EventContent Content, Age Age, string Type, Place Place);
