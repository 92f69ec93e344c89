using QofFhir.Core.Records;
using QofFhir.Fhir.Reading.Input;

namespace QofFhir.Fhir.Reading.Subjects;

/// <summary>An event whose patient may not have been met yet; the date of <paramref name="Event"/> comes from <paramref name="Day"/>.</summary>
internal readonly record struct PendingEvent(
    RecordedEvent Event, EventDay Day, EventNotes Notes, string Type, Place Place);
