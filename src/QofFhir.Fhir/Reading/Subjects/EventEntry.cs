using QofFhir.Core.Records;
using QofFhir.Fhir.Reading.Elements;
using QofFhir.Fhir.Reading.Input;

namespace QofFhir.Fhir.Reading.Subjects;

/// <summary>A resource found good, ready to give its events.</summary>
/// <param name="source">Number of its name among those of the records.</param>
internal readonly struct EventEntry(Intake intake, Subject subject, EventDay day, string type, int source, Place place)
{
    public Subject Subject => subject;

    public string Type => type;

    /// <summary>To be told once, when it is certain that an event of it is kept.</summary>
    public void NoteDate() => subject.Note(day.IsPartial ? EventNotes.PartialDate : EventNotes.None);

    /// <summary>Adds an event if a rule wants one of its codes.</summary>
    public void Add(
        Codings concept, EventClass kind = EventClass.Code, in MeasuredValue value = default, PressurePart part = PressurePart.None,
        EpisodeKind episode = EpisodeKind.NotStated, bool abated = false)
    {
        if (!intake.Wants(concept))
        {
            return;
        }

        var notes = (value.RecordedAs is null ? EventNotes.None : EventNotes.Converted) | (abated ? EventNotes.Abated : EventNotes.None);
        intake.Subjects.Add(subject, day, new EventContent(intake.Concepts.NumberOf(concept), kind, source, value, part, episode, notes), type, place);
    }
}
