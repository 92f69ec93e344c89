using QofFhir.Core.Records;

namespace QofFhir.SampleGp.Edges;

/// <summary>A patient in the making: what the search changes until the rules decide as wanted.</summary>
internal sealed class Draft
{
    public required int Born { get; set; }

    public Sex Sex { get; set; }

    public int? Died { get; set; }

    /// <summary>Died, and the record does not say when.</summary>
    public bool DiedSomeDay { get; set; }

    public List<RegistrationSpell> Spells { get; init; } = [];

    public List<DraftEvent> Events { get; init; } = [];

    public Draft Copy() => new() { Born = Born, Sex = Sex, Died = Died, DiedSomeDay = DiedSomeDay, Spells = [.. Spells], Events = [.. Events] };

    public void Register(int from)
    {
        Spells.Clear();
        Spells.Add(new RegistrationSpell(null, DateOnly.FromDayNumber(from), null));
    }

    /// <summary>Lays the patient out as records.</summary>
    /// <param name="source">The resource that the event of this place is written as.</param>
    public void AddTo(PracticeRecordsBuilder builder, string id, Func<int, string> source)
    {
        var handle = builder.AddPatient(new Patient(
            id, DateOnly.FromDayNumber(Born), Sex, Died is { } died ? DateOnly.FromDayNumber(died) : null, DiedSomeDay, Sample: true));
        Spells.ForEach(s => builder.AddRegistration(handle, s));
        for (var i = 0; i < Events.Count; i++)
        {
            if (!Events[i].Void)
            {
                Add(builder, handle, Events[i], source(i));
            }
        }
    }

    private static void Add(PracticeRecordsBuilder builder, int handle, DraftEvent e, string source)
    {
        var recorded = new RecordedEvent(
            DateOnly.FromDayNumber(e.Day), builder.Concepts.Intern([e.Key]), e.Class, source, Episode: e.Episode);
        if (!e.IsPressure)
        {
            builder.AddEvent(handle, recorded with { Value = e.Value, Unit = e.Value is null ? null : e.Unit });
            return;
        }

        foreach (var (half, part) in new[] { (e.Systolic, PressurePart.Systolic), (e.Diastolic, PressurePart.Diastolic) })
        {
            if (half is not null)
            {
                builder.AddEvent(handle, recorded with { Value = half, Unit = "mm[Hg]", Part = part });
            }
        }
    }
}
