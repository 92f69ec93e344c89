namespace QofFhir.Core.Records;

/// <summary>Gathers patients, registrations and events in any order and lays them out as <see cref="PracticeRecords"/>, of one patient as of a practice.</summary>
/// <remarks>One thread at a time; what <see cref="Build"/> gives is never changed and may be read by any number. Dates are days: a time of day has no meaning to the rules.</remarks>
/// <param name="codes">From the definitions: entries that no rule asks for are left out, and values are brought to the unit that the rules compare in. Without it every entry is kept as it is.</param>
public sealed class PracticeRecordsBuilder(CodeIndex? codes = null)
{
    private readonly List<Patient> _patients = [];
    private readonly List<List<RegistrationSpell>> _spells = [];
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<(int Patient, RecordedEvent Event)> _events = [];

    public ConceptTable Concepts { get; } = new();

    /// <summary>Takes a patient and gives the handle for events and registrations; the id must be new.</summary>
    public int AddPatient(Patient patient)
    {
        _index.Add(patient.Id, _patients.Count);
        _patients.Add(patient);
        _spells.Add([]);
        return _patients.Count - 1;
    }

    public int? Find(string patientId) => _index.TryGetValue(patientId, out var handle) ? handle : null;

    public Patient Patient(int handle) => _patients[handle];

    public void AddRegistration(int handle, RegistrationSpell spell) => _spells[handle].Add(spell);

    /// <summary>An entry as a reader found it: nothing is looked up and nothing converted.</summary>
    public void AddEvent(int handle, in RecordedEvent recorded) => _events.Add((handle, recorded));

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

        _events.Sort((a, b) => Compare(a, b, place));
        var firstEvent = new int[order.Length + 1];
        foreach (var (handle, _) in _events)
        {
            firstEvent[place[handle] + 1]++;
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
            Columns());
    }

    private void Add(int handle, DateOnly on, string key, EventClass kind, in EntryValue entry, string? source)
    {
        if (codes?.Wants(key) != false)
        {
            AddEvent(handle, new RecordedEvent(
                on, Concepts.Intern([key]), kind, source ?? key, entry.Value, entry.Unit, entry.Part, RecordedAs: entry.RecordedAs));
        }
    }

    private static int Compare((int Patient, RecordedEvent Event) a, (int Patient, RecordedEvent Event) b, int[] place)
    {
        var order = place[a.Patient].CompareTo(place[b.Patient]);
        order = order != 0 ? order : a.Event.On.CompareTo(b.Event.On);
        order = order != 0 ? order : string.CompareOrdinal(a.Event.Source, b.Event.Source);
        order = order != 0 ? order : a.Event.Part.CompareTo(b.Event.Part);
        order = order != 0 ? order : Nullable.Compare(a.Event.Value?.Value, b.Event.Value?.Value);
        return order != 0 ? order : a.Event.Concept.CompareTo(b.Event.Concept);
    }

    private EventColumns Columns()
    {
        var units = new List<string?> { null };
        var values = new List<Measured>();
        var recordedAs = new Dictionary<int, string>();
        var n = _events.Count;
        var columns = new EventColumns(
            new int[n], new int[n], new EventClass[n], new PressurePart[n], new EpisodeKind[n], new int[n], [], new byte[n], [], recordedAs,
            EventSources.Of([.. _events.Select(e => e.Event.Source)]));
        for (var i = 0; i < n; i++)
        {
            var e = _events[i].Event;
            columns.Days[i] = e.On.DayNumber;
            columns.Concepts[i] = e.Concept;
            columns.Classes[i] = e.Class;
            columns.Parts[i] = e.Part;
            columns.Episodes[i] = e.Episode;
            columns.ValueOf[i] = e.Value is null ? -1 : values.Count;
            if (e.Value is { } value)
            {
                values.Add(value);
                columns.UnitOf[i] = UnitNumber(units, e.Unit);
            }

            if (e.RecordedAs is not null)
            {
                recordedAs.Add(i, e.RecordedAs);
            }
        }

        return columns with { Values = [.. values], Units = [.. units] };
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
