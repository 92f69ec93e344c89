using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;

namespace QofFhir.SampleGp.Edges;

/// <summary>One patient, whose care is done, at each edge of the practice list: registrations, deaths and births on, before and after the achievement date.</summary>
internal static class ListEdges
{
    public const string Name = "list";

    public static IEnumerable<Found> Of(Draft origin, int place, ServiceDates dates)
    {
        var known = dates.AchievementDate;
        var (before, after) = (known.AddDays(-1), known.AddDays(1));
        var from = DateOnly.FromDayNumber(origin.Born);
        yield return Changed("died on the day before the achievement date", d => d.Died = before.DayNumber);
        yield return Changed("died on the achievement date", d => d.Died = known.DayNumber);
        yield return Changed("died on the day after the achievement date", d => d.Died = after.DayNumber);
        yield return Changed("died on a day that the record does not name", d => d.DiedSomeDay = true);
        yield return Registered("left on the achievement date", new RegistrationSpell(null, from, known));
        yield return Registered("left on the day after the achievement date", new RegistrationSpell(null, from, after));
        yield return Registered("came on the achievement date", new RegistrationSpell(null, known, null));
        yield return Registered("came on the day after the achievement date", new RegistrationSpell(null, after, null));
        yield return Registered("only a temporary registration", new RegistrationSpell(null, from, null, OnList: false));
        yield return Registered(
            "a temporary registration after the regular one ended",
            new RegistrationSpell(null, from, before), new RegistrationSpell(null, before, null, OnList: false));
        yield return Registered(
            "left, and came back in the year",
            new RegistrationSpell(null, from, dates.PaymentPeriodStart), new RegistrationSpell(null, dates.PaymentPeriodStart.AddDays(1), null));
        yield return Registered(
            "two registrations at once: the later start is the one that counts",
            new RegistrationSpell(null, from, null), new RegistrationSpell(null, before, null));
        yield return Registered("no registration at all");
        yield return Changed("born on the achievement date", d => Newborn(d, known));
        yield return Changed("born on the day after the achievement date", d => Newborn(d, after));

        Found Registered(string shows, params RegistrationSpell[] spells) => Changed(shows, d =>
        {
            d.Spells.Clear();
            d.Spells.AddRange(spells);
        });

        Found Changed(string shows, Action<Draft> change)
        {
            var draft = origin.Copy();
            change(draft);
            return new Found(draft, shows, place);
        }
    }

    private static void Newborn(Draft draft, DateOnly born)
    {
        draft.Events.Clear();
        draft.Born = born.DayNumber;
        draft.Register(born.DayNumber);
    }
}
