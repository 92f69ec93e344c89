using System.Runtime.InteropServices;

namespace QofFhir.Core.Records;

/// <summary>Gathers patients, registrations and events in any order and lays them out as <see cref="PracticeRecords"/>, of one patient as of a practice.</summary>
/// <remarks>One thread at a time; what <see cref="Build"/> gives is never changed and may be read by any number. Dates are days: a time of day has no meaning to the rules.</remarks>
/// <param name="codes">From the definitions: entries that no rule asks for are left out, and values are brought to the unit that the rules compare in. Without it every entry is kept as it is.</param>
public sealed class PracticeRecordsBuilder(CodeIndex? codes = null)
{
    private const int Nobody = -1;

    private readonly List<Patient> _patients = [];
    private readonly List<List<RegistrationSpell>> _spells = [];
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<int> _ownOf = [];
    private readonly List<int> _patientOf = [];
    private readonly List<GatheredEvent> _events = [];
    private readonly List<Measured> _values = [];
    private readonly Dictionary<int, string> _recordedAs = [];
    private readonly List<string?> _units = [null];
    private readonly SourceTexts _sources = new();

    public ConceptTable Concepts { get; } = new();

    /// <summary>Takes a patient and gives the handle for events and registrations; the id must be new.</summary>
    public int AddPatient(Patient patient)
    {
        _index.Add(patient.Id, _patients.Count);
        _patients.Add(patient);
        _spells.Add([]);
        _ownOf.Add(AddOwner());
        Own(_ownOf[^1], _patients.Count - 1);
        return _patients.Count - 1;
    }

    /// <summary>Somebody whom events name before it is known which patient that is.</summary>
    internal int AddOwner()
    {
        _patientOf.Add(Nobody);
        return _patientOf.Count - 1;
    }

    /// <summary>Says which patient an owner is; events of those who stay nobody are left out.</summary>
    internal void Own(int owner, int handle) => _patientOf[owner] = handle;

    /// <summary>The name of a resource, for <see cref="Add(int, DateOnly, int, EventClass, int, Measured?, string?, PressurePart, EpisodeKind, string?)"/>.</summary>
    internal int AddSource(string type, ReadOnlySpan<byte> id) => _sources.Add(type, id);

    public int? Find(string patientId) => _index.TryGetValue(patientId, out var handle) ? handle : null;

    public Patient Patient(int handle) => _patients[handle];

    public void AddRegistration(int handle, RegistrationSpell spell) => _spells[handle].Add(spell);

    /// <summary>An entry as a reader found it: nothing is looked up and nothing converted.</summary>
    public void AddEvent(int handle, in RecordedEvent recorded) => Add(
        _ownOf[handle], recorded.On, recorded.Concept, recorded.Class, _sources.Add(recorded.Source), recorded.Value, recorded.Unit, recorded.Part, recorded.Episode,
        recorded.RecordedAs);

    internal void Add(
        int owner, DateOnly on, int concept, EventClass kind, int source, Measured? value, string? unit, PressurePart part, EpisodeKind episode, string? recordedAs)
    {
        var number = -1;
        if (value is { } measured)
        {
            number = _values.Count;
            _values.Add(measured);
        }

        if (recordedAs is not null)
        {
            _recordedAs.Add(_events.Count, recordedAs);
        }

        _events.Add(new GatheredEvent(owner, on.DayNumber, concept, source, number, kind, part, episode, value is null ? (byte)0 : UnitNumber(_units, unit)));
    }

    /// <summary>Adds a diagnosis, finding, measurement, procedure, decline, invitation or allergy: all that is no medicine given.</summary>
    /// <param name="system">URL of the code system, or <see cref="CodeKey.Snomed"/> or another short name.</param>
    /// <param name="value">The number beside the code; null where there is none.</param>
    /// <param name="unit">In UCUM or a known spelling; null for plain numbers such as counts and scores.</param>
    /// <param name="source">What explanations call the entry; null: its code.</param>
    /// <returns>False when the rules ask for a value that could not be used, by its unit or by itself: the entry counts as one without a value, and part of the record is not read.</returns>
    public bool AddCode(int handle, DateOnly on, string system, string code, decimal? value = null, string? unit = null, string? source = null)
    {
        var key = CodeKey.Of(system, code);
        var entry = EntryValue.Of(codes, key, value, unit);
        Add(handle, on, key, EventClass.Code, entry, source);
        return entry.Used;
    }

    /// <summary>Adds a blood pressure by the code that it was recorded under, both halves in mm[Hg].</summary>
    /// <returns>False when a half cannot be, and is left out.</returns>
    public bool AddPressure(int handle, DateOnly on, string system, string code, decimal systolic, decimal diastolic, string? source = null)
    {
        var key = CodeKey.Of(system, code);
        var upper = EntryValue.Half(systolic, PressurePart.Systolic);
        var lower = EntryValue.Half(diastolic, PressurePart.Diastolic);
        if (upper.Used || !lower.Used)
        {
            Add(handle, on, key, EventClass.Code, upper, source);
        }

        if (lower.Used)
        {
            Add(handle, on, key, EventClass.Code, lower, source);
        }

        return upper.Used && lower.Used;
    }

    /// <summary>Adds an issue of a medicine, or a vaccine given, by its product; that a medicine is taken or may not be given is none.</summary>
    /// <param name="source">What explanations call the issue; null: its code.</param>
    public void AddDrug(int handle, DateOnly on, string system, string code, string? source = null) =>
        Add(handle, on, CodeKey.Of(system, code), EventClass.Drug, EntryValue.None, source);

    public PracticeRecords Build()
    {
        var order = Enumerable.Range(0, _patients.Count).OrderBy(i => _patients[i].Id, StringComparer.Ordinal).ToArray();
        var place = new int[order.Length];
        for (var p = 0; p < order.Length; p++)
        {
            place[order[p]] = p;
        }

        var firstEvent = new int[order.Length + 1];
        foreach (ref readonly var e in CollectionsMarshal.AsSpan(_events))
        {
            if (_patientOf[e.Owner] is not Nobody and var handle)
            {
                firstEvent[place[handle] + 1]++;
            }
        }

        for (var p = 0; p < order.Length; p++)
        {
            firstEvent[p + 1] += firstEvent[p];
        }

        return new PracticeRecords(
            Concepts,
            [.. order.Select(i => _patients[i])],
            [.. order.Select(i => _spells[i].OrderBy(s => s.From).ThenBy(s => s.Until ?? DateOnly.MaxValue).ToArray())],
            firstEvent,
            Columns(InOrder(place, firstEvent)));
    }

    private void Add(int handle, DateOnly on, string key, EventClass kind, in EntryValue entry, string? source)
    {
        if (codes?.Wants(key) != false)
        {
            AddEvent(handle, new RecordedEvent(
                on, Concepts.Intern([key]), kind, source ?? key, entry.Value, entry.Unit, entry.Part, RecordedAs: entry.RecordedAs));
        }
    }

    /// <summary>Places of the events among those gathered, patient after patient, each patient's by day.</summary>
    private int[] InOrder(int[] place, int[] firstEvent)
    {
        var next = firstEvent[..^1];
        var ordered = new int[firstEvent[^1]];
        for (var i = 0; i < _events.Count; i++)
        {
            if (_patientOf[_events[i].Owner] is not Nobody and var handle)
            {
                ordered[next[place[handle]]++] = i;
            }
        }

        for (var p = 0; p + 1 < firstEvent.Length; p++)
        {
            ordered.AsSpan(firstEvent[p], firstEvent[p + 1] - firstEvent[p]).Sort(Compare);
        }

        return ordered;
    }

    private int Compare(int one, int other)
    {
        var (a, b) = (_events[one], _events[other]);
        var order = a.Day.CompareTo(b.Day);
        order = order != 0 ? order : _sources[a.Source].SequenceCompareTo(_sources[b.Source]);
        order = order != 0 ? order : a.Part.CompareTo(b.Part);
        order = order != 0 ? order : Nullable.Compare(ValueOf(a), ValueOf(b));
        return order != 0 ? order : a.Concept.CompareTo(b.Concept);

        decimal? ValueOf(in GatheredEvent e) => e.Value < 0 ? null : _values[e.Value].Value;
    }

    private EventColumns Columns(int[] ordered)
    {
        var values = new List<Measured>(_values.Count);
        var recordedAs = new Dictionary<int, string>();
        var n = ordered.Length;
        var columns = new EventColumns(
            new int[n], new int[n], new EventClass[n], new PressurePart[n], new EpisodeKind[n], new int[n], [], new byte[n], [.. _units], recordedAs,
            EventSources.Of(_sources, [.. ordered.Select(i => _events[i].Source)]));
        for (var i = 0; i < n; i++)
        {
            var e = _events[ordered[i]];
            columns.Days[i] = e.Day;
            columns.Concepts[i] = e.Concept;
            columns.Classes[i] = e.Class;
            columns.Parts[i] = e.Part;
            columns.Episodes[i] = e.Episode;
            columns.UnitOf[i] = e.Unit;
            columns.ValueOf[i] = e.Value < 0 ? -1 : values.Count;
            if (e.Value >= 0)
            {
                values.Add(_values[e.Value]);
            }

            if (_recordedAs.TryGetValue(ordered[i], out var text))
            {
                recordedAs.Add(i, text);
            }
        }

        return columns with { Values = [.. values] };
    }

    /// <summary>Units are few: those that a rule compares in. One that would not fit the column is left out, never mistaken for another.</summary>
    private static byte UnitNumber(List<string?> units, string? unit)
    {
        var number = units.IndexOf(unit);
        if (number < 0 && units.Count < byte.MaxValue)
        {
            number = units.Count;
            units.Add(unit);
        }

        return (byte)Math.Max(number, 0);
    }
}
