using QofFhir.Core.Rules;

namespace QofFhir.Core.Evaluation;

/// <summary>When the record was made that completed a row's condition.</summary>
internal static class DecidingDay
{
    /// <summary>The latest day, up to the achievement date, among what the row asked of the patient: of two invitations the second, of a new registration its own day.</summary>
    /// <param name="walk">Stands at the patient.</param>
    /// <returns>Null when the row rests on no dated record, such as one of age alone.</returns>
    public static DateOnly? Of(PatientWalk walk, Row row, DateOnly achievementDate)
    {
        if (row.Reason == AdjustmentReason.NewlyRegistered)
        {
            return walk.Registered;
        }

        var last = row.Lines.SelectMany(l => FieldsOf.WithRegisters(walk.Plan, l.Condition)).Select(f => walk.Field(f))
            .Where(f => f.Event >= 0 && f.Day <= achievementDate.DayNumber)
            .Select(f => f.Day)
            .Append(Day.Absent)
            .Max();
        return Day.Date(last);
    }
}
