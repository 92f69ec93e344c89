using QofFhir.Core.Rules;

namespace QofFhir.Core.Evaluation;

/// <summary>When the record was made that completed a row's condition; made once a row and asked for many patients.</summary>
internal sealed class DecidingDay(EvaluationPlan plan, Row row)
{
    private readonly int[] _fields = [.. row.Lines.SelectMany(l => FieldsOf.WithRegisters(plan, l.Condition)).Distinct()];

    /// <summary>The latest day, up to the achievement date, among what the row asked of the patient: of two invitations the second, of a new registration its own day.</summary>
    /// <param name="walk">Stands at the patient.</param>
    /// <returns>Null when the row rests on no dated record, such as one of age alone.</returns>
    public DateOnly? Of(PatientWalk walk, DateOnly achievementDate)
    {
        if (row.Reason == AdjustmentReason.NewlyRegistered)
        {
            return walk.Registered;
        }

        var last = Day.Absent;
        foreach (var field in _fields)
        {
            ref readonly var found = ref walk.Field(field);
            if (found.Event >= 0 && found.Day <= achievementDate.DayNumber)
            {
                last = Math.Max(last, found.Day);
            }
        }

        return Day.Date(last);
    }
}
