namespace QofFhir.Core.Records;

/// <summary>The records of one input in columns: patients, and their events in date order, patient after patient.</summary>
/// <remarks>Never changed once built by <see cref="PracticeRecordsBuilder"/>: any number of threads may read them. Events of one day stand in order of source, so nothing depends on the order of the input.</remarks>
public sealed class PracticeRecords
{
    private readonly Patient[] _patients;
    private readonly RegistrationSpell[][] _spells;
    private readonly int[] _firstEvent;
    private readonly string?[] _units;
    private readonly Measured[] _values;
    private readonly int[] _valueOf;
    private readonly byte[] _unitOf;
    private readonly IReadOnlyDictionary<int, string> _recordedAs;
    private readonly EventSources _sources;
    private readonly Dictionary<string, int> _index;

    internal readonly int[] Days;
    internal readonly int[] ConceptOf;
    internal readonly EventClass[] Classes;
    internal readonly PressurePart[] Parts;
    internal readonly EpisodeKind[] Episodes;

    internal PracticeRecords(
        ConceptTable concepts, Patient[] patients, RegistrationSpell[][] spells, int[] firstEvent, EventColumns columns)
    {
        Concepts = concepts;
        _patients = patients;
        _spells = spells;
        _firstEvent = firstEvent;
        (Days, ConceptOf, Classes, Parts, Episodes) = (columns.Days, columns.Concepts, columns.Classes, columns.Parts, columns.Episodes);
        (_valueOf, _values, _unitOf, _units) = (columns.ValueOf, columns.Values, columns.UnitOf, columns.Units);
        (_recordedAs, _sources) = (columns.RecordedAs, columns.Sources);
        Registration = spells.Any(s => s.Length > 0) ? RegistrationBasis.Recorded : RegistrationBasis.NoneRecorded;
        _index = new Dictionary<string, int>(patients.Length, StringComparer.Ordinal);
        for (var p = 0; p < patients.Length; p++)
        {
            _index.Add(patients[p].Id, p);
        }
    }

    public ConceptTable Concepts { get; }

    public RegistrationBasis Registration { get; }

    public int PatientCount => _patients.Length;

    public int EventCount => Days.Length;

    /// <summary>True when there are patients and each carries the sample tag: only then may sample codes be used.</summary>
    public bool AllSample => _patients.Length > 0 && Array.TrueForAll(_patients, p => p.Sample);

    /// <summary>Patients stand in ordinal order of their ids.</summary>
    public Patient Patient(int patient) => _patients[patient];

    /// <summary>The place of the patient with this id, or null.</summary>
    public int? Find(string patientId) => _index.TryGetValue(patientId, out var p) ? p : null;

    public IReadOnlyList<RegistrationSpell> Spells(int patient) => _spells[patient];

    /// <summary>First event of the patient; the next patient's first event is the end (outside).</summary>
    public int FirstEvent(int patient) => _firstEvent[patient];

    public RecordedEvent Event(int index) => new(
        DateOnly.FromDayNumber(Days[index]), ConceptOf[index], Classes[index], _sources[index], Value(index),
        _units[_unitOf[index]], Parts[index], Episodes[index], _recordedAs.GetValueOrDefault(index));

    internal Measured? Value(int index) => _valueOf[index] < 0 ? null : _values[_valueOf[index]];

    internal string Source(int index) => _sources[index];
}
