using QofFhir.Core.Records;
using QofFhir.Fhir.Reading.Elements;

namespace QofFhir.Fhir.Reading.Subjects;

/// <summary>An event but for whose it is and when it was.</summary>
/// <param name="Source">Number of the name of its resource.</param>
internal readonly record struct EventContent(
    int Concept, EventClass Kind, int Source, MeasuredValue Value, PressurePart Part, EpisodeKind Episode, EventNotes Notes);
