using QofFhir.Core.Records;
using QofFhir.Fhir.Reading.Elements;
using QofFhir.Fhir.Reading.Input;

namespace QofFhir.Fhir.Reading.Subjects;

/// <summary>A resource found good, ready to give its events.</summary>
internal sealed class EventEntry(Intake intake, Resource resource, Subject subject, EventDay day)
{
    private readonly string _type = resource.Type;
    private readonly string _source = resource.Source;
    private readonly Place _place = resource.Place;
    private bool _dateNoted;

    public Subject Subject => subject;

    public string Type => _type;

    /// <summary>Adds an event if a rule wants one of its codes.</summary>
    public void Add(
        Codings concept, EventClass kind = EventClass.Code, in MeasuredValue value = default, PressurePart part = PressurePart.None,
        EpisodeKind episode = EpisodeKind.NotStated, bool abated = false)
    {
        if (!intake.Wants(concept))
        {
            return;
        }

        var notes = (day.IsPartial && !_dateNoted ? EventNotes.PartialDate : EventNotes.None)
            | (value.RecordedAs is null ? EventNotes.None : EventNotes.Converted)
            | (abated ? EventNotes.Abated : EventNotes.None);
        _dateNoted = true;
        var recorded = new RecordedEvent(
            default, intake.Concepts.NumberOf(concept), kind, _source, value.Value, value.Unit, part, episode, value.RecordedAs);
        intake.Subjects.Add(subject, new PendingEvent(recorded, day, notes, _type, _place));
    }
}
