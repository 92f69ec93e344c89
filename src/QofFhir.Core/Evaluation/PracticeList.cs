using QofFhir.Core.Records;

namespace QofFhir.Core.Evaluation;

/// <summary>Who is on the practice list on a day: registered on or before it, and not left or dead on or before it.</summary>
internal static class PracticeList
{
    /// <summary>Gives REG_DAT, the most recent registration that holds on the day; false when the patient is not on the list.</summary>
    /// <param name="known">Who is born, and what registration begins, after it is not known of.</param>
    /// <param name="practice">Only registrations there count, and those that name no practice; null: any.</param>
    public static bool Holds(PracticeRecords records, int patient, string? practice, DateOnly on, DateOnly known, out DateOnly registered)
    {
        var person = records.Patient(patient);
        registered = person.Born;
        if (person.Born > on || person.Born > known || person.DeceasedOnUnknownDay || person.Deceased <= on)
        {
            return false;
        }

        if (records.Registration == RegistrationBasis.NoneRecorded)
        {
            return true;
        }

        var found = false;
        foreach (var spell in records.Spells(patient))
        {
            var from = spell.From ?? person.Born;
            if (Counts(spell, practice) && from <= on && from <= known && !(spell.Until <= on) && (!found || from > registered))
            {
                (found, registered) = (true, from);
            }
        }

        return found;
    }

    private static bool Counts(RegistrationSpell spell, string? practice) =>
        spell.OnList && (practice is null || spell.Practice is null || spell.Practice.Equals(practice, StringComparison.OrdinalIgnoreCase));
}
