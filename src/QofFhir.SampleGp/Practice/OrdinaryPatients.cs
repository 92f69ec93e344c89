using System.Globalization;
using QofFhir.SampleGp.Practice.Entries;

namespace QofFhir.SampleGp.Practice;

/// <summary>The patients that nobody would notice: ages, diseases, readings and adjustments by the <see cref="Rates"/>.</summary>
internal sealed class OrdinaryPatients(PracticeRecipe recipe, ResourceWriter writer)
{
    private readonly DateOnly _today = recipe.TakenOn;
    private readonly DateOnly _yearStart = new ServiceYear(recipe.TakenOn).Start;

    /// <param name="number">From 1; names the patient and chooses its stream of chance.</param>
    public IEnumerable<SampleResource> Write(int number, string nhsNumber)
    {
        var chance = Chance.For(recipe.Seed, number);
        var age = Age(ref chance);
        var born = _today.AddYears(-age).AddDays(-chance.Below(365));
        var name = string.Create(CultureInfo.InvariantCulture, $"{number:000000}");
        var female = chance.Below(2) == 0;
        var person = new Person("p" + name, nhsNumber, "Patient " + name, female, When.Day(born));
        var record = new PatientRecord(writer, person, _today);
        var joined = Register(record, born, ref chance, out var died);
        var history = new History(record, _today, _yearStart, born, joined, age);
        history.Diseases(ref chance);
        history.Care(ref chance);
        history.Adjustments(ref chance);
        new Background(record, _today, age).Write(recipe.BackgroundEntries, ref chance);
        var apart = Chance.For(recipe.Seed, -number);
        new SafetyHistory(record, _today, joined, age, female, died).Write(ref apart);
        return record.Resources;
    }

    private static int Age(ref Chance chance)
    {
        var draw = chance.Below(10_000);
        var low = 0;
        foreach (var (below, share) in Rates.Ages)
        {
            if (draw < share)
            {
                return low + (draw % (below - low));
            }

            draw -= share;
            low = below;
        }

        return low - 1;
    }

    /// <summary>Gives the first day on the list.</summary>
    private DateOnly Register(PatientRecord record, DateOnly born, ref Chance chance, out DateOnly? died)
    {
        died = null;
        var recent = chance.In10000(Rates.Joined);
        var joined = Later(born.AddDays(14), _today.AddDays(recent ? -chance.Between(1, 365) : -chance.Between(366, 9000)));
        joined = joined > _today ? _today : joined;
        DateOnly? left = chance.In10000(Rates.Left) ? Later(joined.AddDays(1), _today.AddDays(-chance.Between(1, 700))) : null;
        if (chance.In10000(Rates.Temporary))
        {
            record.Registered(Later(joined, _today.AddDays(-80)), type: "T");
            return joined;
        }

        record.Registered(joined, left);
        if (left is null && chance.In10000(Rates.Died))
        {
            died = Later(joined, _today.AddDays(-chance.Between(1, 500)));
            record.Died(When.Day(died.Value));
        }

        return joined;
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
