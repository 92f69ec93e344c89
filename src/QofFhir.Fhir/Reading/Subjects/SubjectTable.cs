using QofFhir.Core;
using QofFhir.Core.Records;
using QofFhir.Fhir.Reading.Elements;

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
            subject = new Subject();
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

    public void Add(Subject subject, in PendingEvent pending)
    {
        if (subject.IsRejected)
        {
            return;
        }

        if (subject.Patient is not { } patient)
        {
            subject.Pending.Add(pending);
        }
        else if (pending.Day.For(subject.Born) is { } on)
        {
            records.AddEvent(patient, pending.Event with { On = on });
            notes.Kept(pending.Notes);
        }
        else
        {
            problems.Add(new Problem(
                ProblemKind.Value, ProblemSeverity.Error, pending.Place.Where, pending.Place.Expression(pending.Type, null), "The age leads beyond the calendar."));
            tally.RejectAfterAll(pending.Type);
        }
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
        foreach (var pending in subject.Pending)
        {
            Add(subject, pending);
        }

        subject.Pending.Clear();
        subject.Pending.TrimExcess();
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
