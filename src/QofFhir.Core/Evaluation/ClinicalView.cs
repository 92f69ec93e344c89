namespace QofFhir.Core.Evaluation;

/// <summary>Judges the same care by windows that end today.</summary>
internal static class ClinicalView
{
    /// <param name="walk">Stands at the patient, by the dates of the year; is left on others.</param>
    /// <param name="year">What the year comes to; null outside the population.</param>
    /// <param name="yearAsks">Whether the year asked for the care.</param>
    public static ClinicalState Of(PatientWalk walk, OutcomeTable table, Outcome? year, bool yearAsks)
    {
        var today = walk.Dates.AchievementDate;
        walk.LookAt(today);
        var now = walk.Walk(table, out var todayAsks);
        if (todayAsks)
        {
            return now is Outcome.Achieved ? Lapse.Of(walk, table, today) : new ClinicalState(ClinicallyDue.Due);
        }

        // Only the year asks for it, as for a child who reaches the age later in the year: the year's answer decides.
        return !yearAsks ? ClinicalState.NotApplicable
            : new ClinicalState(year is Outcome.Achieved ? ClinicallyDue.UpToDate : ClinicallyDue.Due);
    }
}
