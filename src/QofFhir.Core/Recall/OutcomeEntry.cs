using System.Globalization;

namespace QofFhir.Core.Recall;

/// <summary>An outcome as somebody wrote it, to be checked: all that is wrong with it is told, and never the patient's id.</summary>
/// <param name="Until">Null or empty: none.</param>
public sealed record OutcomeEntry(string? Patient, string? On, string? Outcome, string? Method, string? Until)
{
    /// <summary>Names of the columns and members, in the order of the parameters; <c>until</c> may be left out.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["patient", "on", "outcome", "method", "until"];

    /// <param name="knows">Whether there is such a patient.</param>
    /// <param name="today">What has not happened yet is no outcome.</param>
    /// <returns>Null when anything is wrong.</returns>
    public RecallOutcome? Check(Func<string, bool> knows, DateOnly today, Action<string> mistake)
    {
        ArgumentNullException.ThrowIfNull(knows);
        ArgumentNullException.ThrowIfNull(mistake);
        var sound = true;
        var on = Of(On);
        var until = Of(Until);
        var kind = RecallWords.Parse(Outcome ?? "");
        Expect(Patient is { Length: > 0 } patient && knows(patient), "there is no such patient");
        Expect(on is not null, "on: a date YYYY-MM-DD was expected");
        Expect(!(on > today), "on: the day is after today");
        Expect(kind is not null, $"outcome: one of {string.Join(", ", RecallWords.Outcomes)} was expected");
        Expect(RecallWords.Methods.Contains(Method), $"method: one of {string.Join(", ", RecallWords.Methods)} was expected");
        Expect(string.IsNullOrEmpty(Until) || until is not null, "until: a date YYYY-MM-DD was expected");
        if (kind == RecallOutcomeKind.Booked)
        {
            Expect(!string.IsNullOrEmpty(Until), "until: the day of the appointment was expected");
            Expect(!(until < on), "until: the appointment is before the day of booking");
        }
        else if (kind is not null)
        {
            Expect(string.IsNullOrEmpty(Until), "until: only what is booked has a day to come");
        }

        return sound ? new RecallOutcome(Patient!, on!.Value, kind!.Value, Method!, until) : null;

        void Expect(bool holds, string text)
        {
            if (!holds)
            {
                sound = false;
                mistake(text);
            }
        }
    }

    private static DateOnly? Of(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2200 ? day : null;
}
