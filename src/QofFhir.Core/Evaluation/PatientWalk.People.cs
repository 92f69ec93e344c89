using QofFhir.Core.Rules;

namespace QofFhir.Core.Evaluation;

internal sealed partial class PatientWalk
{
    /// <summary>Takes up a patient as one of <paramref name="people"/>: one on the list as known on the achievement date, one who died as known on the day of death.</summary>
    /// <returns>False when the patient is none of them; then nothing may be asked.</returns>
    public bool Begin(int patient, string? practice, ServiceDates dates, People people)
    {
        if (people.DiedInMonths is not { } months)
        {
            return Begin(patient, practice, dates);
        }

        // A death ends the registration, on its day at the latest: the list of the day before says whose patient it was.
        return _records.Patient(patient).Deceased is { } death
            && death > dates.AchievementDate.AddMonths(-months) && death <= dates.AchievementDate
            && Begin(patient, practice, ServiceDates.Year(death) with { Known = dates.Known }, death.AddDays(-1));
    }
}
