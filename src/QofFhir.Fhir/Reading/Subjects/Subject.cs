using System.Runtime.InteropServices;
using System.Text;

namespace QofFhir.Fhir.Reading.Subjects;

/// <summary>The patient that a reference means, whether met yet or not.</summary>
/// <param name="owner">Whose events they are in the records' builder.</param>
internal sealed class Subject(int owner)
{
    private Dictionary<string, long>? _waiting;
    private List<PendingEvent>? _pending;

    public int Owner => owner;

    /// <summary>Handle in the records' builder; null until the patient is met.</summary>
    public int? Patient { get; private set; }

    public DateOnly Born { get; private set; }

    /// <summary>The patient is no good, or never came: nothing about them counts.</summary>
    public bool IsRejected { get; private set; }

    public bool IsKnown => Patient is not null || IsRejected;

    public List<PendingEvent> Pending => _pending ??= [];

    public long PartialDates { get; private set; }

    public long Converted { get; private set; }

    public long Abated { get; private set; }

    /// <summary>The resource that named this patient first, while the patient was not met.</summary>
    public (string Where, string? Expression)? FirstNamed { get; private set; }

    /// <param name="element">That which names the patient.</param>
    public void Wait(Resource resource, ReadOnlySpan<byte> element)
    {
        FirstNamed ??= (resource.Place.Where, resource.Expression(Encoding.UTF8.GetString(element)));
        CollectionsMarshal.GetValueRefOrAddDefault(_waiting ??= new(StringComparer.Ordinal), resource.Type, out _)++;
    }

    public void Note(EventNotes notes)
    {
        PartialDates += (notes & EventNotes.PartialDate) == 0 ? 0 : 1;
        Converted += (notes & EventNotes.Converted) == 0 ? 0 : 1;
        Abated += (notes & EventNotes.Abated) == 0 ? 0 : 1;
    }

    public void Meet(int patient, DateOnly born) => (Patient, Born) = (patient, born);

    public void ForgetPending() => _pending = null;

    /// <summary>Gives up on the patient; what waited is rejected.</summary>
    public void Reject(Tally tally)
    {
        foreach (var (type, count) in _waiting ?? [])
        {
            tally.RejectAfterAll(type, count);
        }

        (_waiting, _pending) = (null, null);
        IsRejected = true;
    }
}
