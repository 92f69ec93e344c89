using QofFhir.Core.Records;

namespace QofFhir.Tests.Core;

/// <summary>Records made by hand: events belong to the patient named last. Built in any order asked for.</summary>
internal sealed class TestPractice
{
    private readonly List<Patient> _patients = [];
    private readonly List<(string Patient, RegistrationSpell Spell)> _spells = [];
    private readonly List<(string Patient, string[] Keys, RecordedEvent Event)> _events = [];

    public static TestPractice Of(string born = "1960-01-01", Sex sex = Sex.NotKnown, string? died = null) =>
        new TestPractice().Patient("P", born, sex, died);

    public TestPractice Patient(string id, string born = "1960-01-01", Sex sex = Sex.NotKnown, string? died = null, bool diedSometime = false)
    {
        _patients.Add(new Patient(id, Terms.Day(born), sex, died is null ? null : Terms.Day(died), diedSometime));
        return this;
    }

    /// <param name="from">Null: since birth.</param>
    public TestPractice Spell(string? from, string? until = null, string? practice = null, bool onList = true)
    {
        _spells.Add((_patients[^1].Id, new RegistrationSpell(
            practice, from is null ? null : Terms.Day(from), until is null ? null : Terms.Day(until), onList)));
        return this;
    }

    /// <param name="codes">Codes parted by blanks; a cluster's name is its code.</param>
    public TestPractice Event(
        string codes, string on, decimal? value = null, ValueBound bound = ValueBound.Exact, string? source = null,
        EventClass kind = EventClass.Code, PressurePart part = PressurePart.None, EpisodeKind episode = EpisodeKind.NotStated)
    {
        Measured? measured = value is { } v ? new Measured(v, bound) : null;
        _events.Add((_patients[^1].Id, [.. codes.Split(' ').Select(c => "sct|" + c)], new RecordedEvent(
            Terms.Day(on), 0, kind, source ?? $"Observation/{_events.Count + 100}", measured, null, part, episode)));
        return this;
    }

    public TestPractice Pressure(string code, string on, decimal? systolic, decimal? diastolic, string? source = null)
    {
        if (systolic is not null)
        {
            Event(code, on, systolic, source: source, part: PressurePart.Systolic);
        }

        return diastolic is null ? this : Event(code, on, diastolic, source: source, part: PressurePart.Diastolic);
    }

    /// <param name="order">Null: as written. A seed: patients, spells and events in an order of its own.</param>
    public PracticeRecords Build(int? order = null)
    {
        var builder = new PracticeRecordsBuilder();
        foreach (var patient in Ordered(_patients, order))
        {
            builder.AddPatient(patient);
        }

        foreach (var (patient, spell) in Ordered(_spells, order))
        {
            builder.AddRegistration(builder.Find(patient)!.Value, spell);
        }

        foreach (var (patient, keys, recorded) in Ordered(_events, order))
        {
            builder.AddEvent(builder.Find(patient)!.Value, recorded with { Concept = builder.Concepts.Intern(keys) });
        }

        return builder.Build();
    }

    private static List<T> Ordered<T>(List<T> items, int? order)
    {
        var copy = items.ToArray();
        if (order is { } seed)
        {
            new Random(seed).Shuffle(copy);
        }

        return [.. copy];
    }
}
