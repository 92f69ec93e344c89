namespace QofFhir.Tests.Oracle;

/// <summary>A patient as the oracle sees one.</summary>
/// <param name="Spells">Times on the list, the day of leaving outside; null where the whole input has no registration data.</param>
internal sealed record Person(
    DateOnly Born, DateOnly? Died, IReadOnlyList<(DateOnly From, DateOnly? Until)>? Spells, IReadOnlyList<Entry> Entries)
{
    public bool IsListed(DateOnly on) =>
        Born <= on && !(Died <= on) && (Spells is null || Spells.Any(s => s.From <= on && (s.Until is null || s.Until > on)));

    /// <summary>The most recent registration that holds; the birth date where registration is not known.</summary>
    public DateOnly RegisteredOn(DateOnly on) =>
        Spells is null ? Born : Spells.Where(s => s.From <= on && (s.Until is null || s.Until > on)).Max(s => s.From);

    /// <summary>Years completed, counted birthday by birthday.</summary>
    public int AgeOn(DateOnly on)
    {
        var years = 0;
        while (Birthday(years + 1) <= on)
        {
            years++;
        }

        return years;
    }

    /// <summary>Someone born on 29 February is a year older on 1 March of a common year.</summary>
    private DateOnly Birthday(int age) =>
        Born is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(Born.Year + age)
            ? new DateOnly(Born.Year + age, 3, 1)
            : new DateOnly(Born.Year + age, Born.Month, Born.Day);

    public IEnumerable<Entry> Of(params string[] clusters) => Entries.Where(e => clusters.Any(e.Clusters.Contains));

    public DateOnly? First(params string[] clusters) => Of(clusters).Min(e => (DateOnly?)e.On);

    public DateOnly? Last(params string[] clusters) => Of(clusters).Max(e => (DateOnly?)e.On);
}
