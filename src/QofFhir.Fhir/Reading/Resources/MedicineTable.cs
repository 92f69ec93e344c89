using QofFhir.Core;
using QofFhir.Core.Records;
using QofFhir.Fhir.Reading.Elements;
using QofFhir.Fhir.Reading.Subjects;

namespace QofFhir.Fhir.Reading.Resources;

/// <summary>Brings orders and the Medications that they refer to together when the whole input is read.</summary>
internal sealed class MedicineTable(Intake intake)
{
    private readonly Dictionary<string, Codings> _medications = new(StringComparer.Ordinal);
    private readonly List<Waiting> _waiting = [];

    private readonly record struct Waiting(EventEntry Entry, string Key, EventClass Kind, string Where, string? Expression);

    /// <summary>Reads a Medication. Bundles repeat them, so a further one of the same id is no fault.</summary>
    public void Read(Resource medication)
    {
        Status.Judge(medication);
        var code = medication.Concept("code"u8);
        if (medication.Verdict == Verdict.Rejected)
        {
            return;
        }

        // One entered in error still answers its references, but has no codes.
        code = medication.IsDone ? Codings.None : code;
        if (medication.Id is { } id)
        {
            _medications.TryAdd("Medication/" + id, code);
        }

        if (medication.FullUrl is { } fullUrl)
        {
            _medications.TryAdd(Reference.Key(fullUrl), code);
        }
    }

    public void Await(EventEntry entry, Resource resource, string key, EventClass kind) => _waiting.Add(
        new Waiting(entry, key, kind, resource.Place.Where, resource.Expression("medicationReference")));

    /// <summary>To be called when it is settled which patients there are.</summary>
    public void Finish()
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var order in _waiting.Where(o => !o.Entry.Subject.IsRejected))
        {
            if (!_medications.TryGetValue(order.Key, out var code)
                && !(Reference.IdOfUuid(order.Key) is { } id && _medications.TryGetValue("Medication/" + id, out code)))
            {
                intake.Tally.RejectAfterAll(order.Entry.Type);
                if (told.Add(order.Key))
                {
                    intake.Problems.Add(new Problem(
                        ProblemKind.Reference, ProblemSeverity.Error, order.Where, order.Expression,
                        "The Medication that is referred to is not in the input; what refers to it is rejected."));
                }
            }
            else if (intake.Wants(code))
            {
                order.Entry.NoteDate();
                order.Entry.Add(code, order.Kind);
            }
            else
            {
                intake.Notes.Outside(code);
            }
        }

        _waiting.Clear();
    }
}
