using System.Runtime.InteropServices;
using System.Text;

namespace QofFhir.Fhir.Reading.Subjects;

/// <summary>The patient that a reference means, whether met yet or not.</summary>
internal sealed class Subject
{
    private readonly Dictionary<string, long> _waiting = new(StringComparer.Ordinal);

    /// <summary>Handle in the records' builder; null until the patient is met.</summary>
    public int? Patient { get; private set; }

    public DateOnly Born { get; private set; }

    /// <summary>The patient is no good, or never came: nothing about them counts.</summary>
    public bool IsRejected { get; private set; }

    public bool IsKnown => Patient is not null || IsRejected;

    public List<PendingEvent> Pending { get; } = [];

    /// <summary>The resource that named this patient first, while the patient was not met.</summary>
    public (string Where, string? Expression)? FirstNamed { get; private set; }

    /// <param name="element">That which names the patient.</param>
    public void Wait(Resource resource, ReadOnlySpan<byte> element)
    {
        FirstNamed ??= (resource.Place.Where, resource.Expression(Encoding.UTF8.GetString(element)));
        CollectionsMarshal.GetValueRefOrAddDefault(_waiting, resource.Type, out _)++;
    }

    public void Meet(int patient, DateOnly born) => (Patient, Born) = (patient, born);

    /// <summary>Gives up on the patient; what waited is rejected.</summary>
    public void Reject(Tally tally)
    {
        foreach (var (type, count) in _waiting)
        {
            tally.RejectAfterAll(type, count);
        }

        _waiting.Clear();
        Pending.Clear();
        IsRejected = true;
    }
}
