using QofFhir.Core.Rules;

namespace QofFhir.Core.Evaluation;

/// <summary>Finds the first later day on which the clinical view comes to something else, the record frozen: when achieved care lapses, until when someone new is in time.</summary>
internal static class Lapse
{
    /// <summary>Nobody is prompted for longer.</summary>
    private const int Farthest = 150 * 366;

    /// <summary>When care that is achieved today lapses.</summary>
    /// <param name="walk">Stands at the patient, by the clinical dates of today; is left on others.</param>
    public static ClinicalState Of(PatientWalk walk, OutcomeTable table, DateOnly today)
    {
        return First(walk, table, today, o => o is Outcome.Achieved, out var then) is { } day
            ? new ClinicalState(ClinicallyDue.UpToDate, day, then is null or Outcome.Excluded)
            : new ClinicalState(ClinicallyDue.UpToDate);
    }

    /// <summary>Until when someone newly diagnosed or registered is in time: the first later day on which no such row takes the patient out.</summary>
    /// <param name="walk">Stands at the patient, by the clinical dates of today; is left on others.</param>
    /// <returns>Null when no such row does so today, or none ever stops to.</returns>
    public static DateOnly? InTimeUntil(PatientWalk walk, OutcomeTable table, DateOnly today)
    {
        return IsNew(walk.Walk(table, out _)) ? First(walk, table, today, IsNew, out _) : null;

        static bool IsNew(Outcome? outcome) =>
            outcome is Outcome.Adjusted { Reason: AdjustmentReason.NewlyDiagnosed or AdjustmentReason.NewlyRegistered };
    }

    /// <summary>The first later day on which the outcome is another kind.</summary>
    private static DateOnly? First(PatientWalk walk, OutcomeTable table, DateOnly today, Func<Outcome?, bool> still, out Outcome? then)
    {
        var day = today.DayNumber;
        var last = Math.Min(day + Farthest, Day.Last);
        while (true)
        {
            then = walk.WalkUntil(table, out var until);
            if (!still(then))
            {
                return DateOnly.FromDayNumber(day);
            }

            if (until > last)
            {
                then = null;
                return null;
            }

            day = until;
            walk.LookAt(DateOnly.FromDayNumber(day));
        }
    }
}
