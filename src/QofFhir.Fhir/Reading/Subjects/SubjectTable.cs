using QofFhir.Core;
using QofFhir.Core.Records;
using QofFhir.Fhir.Reading.Elements;
using QofFhir.Fhir.Reading.Input;

namespace QofFhir.Fhir.Reading.Subjects;

/// <summary>Brings events and their patients together, whichever comes first.</summary>
internal sealed class SubjectTable(PracticeRecordsBuilder records, Tally tally, QualityNotes notes, List<Problem> problems)
{
    private readonly Dictionary<string, Subject> _subjects = new(StringComparer.Ordinal);

    /// <param name="key">As <see cref="Reference.Key"/> gives it.</param>
    public Subject Of(string key)
    {
        if (!_subjects.TryGetValue(key, out var subject))
        {
            subject = new Subject(records.AddOwner());
            _subjects.Add(key, subject);
        }

        return subject;
    }

    /// <summary>Takes a patient under all the names that references may use.</summary>
    public void Meet(Patient patient, string? fullUrl)
    {
        var handle = records.AddPatient(patient);
        foreach (var subject in Named(patient.Id, fullUrl))
        {
            Meet(subject, handle, patient.Born);
        }
    }

    /// <summary>A further copy of a patient: what refers to the copy means the first.</summary>
    public void MeetAgain(string id, string? fullUrl)
    {
        var first = Of("Patient/" + id);
        foreach (var subject in Named(id, fullUrl).Where(s => !s.IsKnown))
        {
            MeetAs(first, subject);
        }
    }

    public void Reject(string? id, string? fullUrl)
    {
        foreach (var subject in Named(id, fullUrl).Where(s => !s.IsKnown))
        {
            subject.Reject(tally);
        }
    }

    public void Add(Subject subject, in EventDay when, in EventContent content, string type, Place place)
    {
        if (subject.IsRejected)
        {
            return;
        }

        if (when.Day is { } day)
        {
            Keep(subject, day, content);
        }
        else if (when.Age is { } age && subject.Patient is null)
        {
            subject.Pending.Add(new PendingEvent(content, age, type, place));
        }
        else if (when.For(subject.Born) is { } on)
        {
            Keep(subject, on, content);
        }
        else
        {
            problems.Add(new Problem(
                ProblemKind.Value, ProblemSeverity.Error, place.Where, place.Expression(type, null), "The age leads beyond the calendar."));
            tally.RejectAfterAll(type);
        }
    }

    private void Keep(Subject subject, DateOnly on, in EventContent e)
    {
        records.Add(subject.Owner, on, e.Concept, e.Kind, e.Source, e.Value.Value, e.Value.Unit, e.Part, e.Episode, e.Value.RecordedAs);
        subject.Note(e.Notes);
    }

    /// <summary>Rejects what names a patient that never came, with one problem for each such patient.</summary>
    /// <remarks>Bundles cut into lines leave references as <c>urn:uuid:</c> without the fullUrl that explained them: these mean the patient of that id.</remarks>
    public void Finish()
    {
        foreach (var (key, subject) in _subjects.Where(s => !s.Value.IsKnown))
        {
            if (Reference.IdOfUuid(key) is { } id && _subjects.TryGetValue("Patient/" + id, out var patient) && patient.IsKnown)
            {
                MeetAs(patient, subject);
            }
        }

        foreach (var subject in _subjects.Values.Where(s => !s.IsKnown))
        {
            if (subject.FirstNamed is { } first)
            {
                problems.Add(new Problem(
                    ProblemKind.Reference, ProblemSeverity.Error, first.Where, first.Expression,
                    "The patient that is referred to is not in the input; everything about them is rejected."));
            }

            subject.Reject(tally);
        }
    }

    /// <summary>Hands on what is worth noting about the events of patients who came. To be called when all is settled.</summary>
    public void CountNotes()
    {
        foreach (var subject in _subjects.Values.Where(s => s.Patient is not null))
        {
            notes.Kept(subject.PartialDates, subject.Converted, subject.Abated);
        }
    }

    private void MeetAs(Subject first, Subject subject)
    {
        if (first.Patient is { } handle)
        {
            Meet(subject, handle, first.Born);
        }
        else
        {
            subject.Reject(tally);
        }
    }

    private void Meet(Subject subject, int handle, DateOnly born)
    {
        if (subject.IsKnown)
        {
            return;
        }

        subject.Meet(handle, born);
        records.Own(subject.Owner, handle);
        foreach (var (content, age, type, place) in subject.Pending)
        {
            Add(subject, new EventDay(null, age, false), content, type, place);
        }

        subject.ForgetPending();
    }

    private IEnumerable<Subject> Named(string? id, string? fullUrl)
    {
        if (id is not null)
        {
            yield return Of("Patient/" + id);
        }

        if (fullUrl is not null)
        {
            yield return Of(Reference.Key(fullUrl));
        }
    }
}
