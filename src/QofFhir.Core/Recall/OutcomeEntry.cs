using System.Globalization;

namespace QofFhir.Core.Recall;

/// <summary>An outcome as somebody wrote it, to be checked: all that is wrong with it is told, and never the patient's id.</summary>
/// <param name="Until">Null or empty: none.</param>
public sealed record OutcomeEntry(string? Patient, string? On, string? Outcome, string? Method, string? Until)
{
    /// <summary>Names of the columns and members, in the order of the parameters; <c>until</c> may be left out.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["patient", "on", "outcome", "method", "until"];

    /// <summary>Years: nobody is off the list for a slip in the year of an appointment.</summary>
    private const int LongestWait = 2;

    /// <param name="knows">Whether there is such a patient.</param>
    /// <param name="today">What has not happened yet is no outcome.</param>
    /// <param name="mistake">Takes the column, and what is wrong with it as the rest of a sentence.</param>
    /// <returns>Null when anything is wrong.</returns>
    public RecallOutcome? Check(Func<string, bool> knows, DateOnly today, Action<string, string> mistake)
    {
        ArgumentNullException.ThrowIfNull(knows);
        ArgumentNullException.ThrowIfNull(mistake);
        var sound = true;
        var (on, until, kind) = (Day(On), Day(Until), RecallWords.Parse(Outcome ?? ""));
        Expect(Patient is { Length: > 0 } patient && knows(patient), "patient", "is nobody of these records");
        Expect(on is not null, "on", "is no day YYYY-MM-DD");
        Expect(!(on > today), "on", "is after today");
        Expect(kind is not null, "outcome", $"is none of {string.Join(", ", RecallWords.Outcomes)}");
        Expect(RecallWords.Methods.Contains(Method), "method", $"is none of {string.Join(", ", RecallWords.Methods)}");
        Expect(string.IsNullOrEmpty(Until) || until is not null, "until", "is no day YYYY-MM-DD");
        if (kind == RecallOutcomeKind.Booked)
        {
            Expect(!string.IsNullOrEmpty(Until), "until", "is empty: what is booked has the day of the appointment");
            Expect(!(until < on), "until", "is before the day of booking");
            Expect(!(on is { } booked && until > booked.AddYears(LongestWait)), "until", $"is more than {LongestWait} years after the day of booking");
        }
        else if (kind is not null)
        {
            Expect(string.IsNullOrEmpty(Until), "until", "is for what is booked alone");
        }

        return sound ? new RecallOutcome(Patient!, on!.Value, kind!.Value, Method!, until) : null;

        void Expect(bool holds, string column, string text)
        {
            if (!holds)
            {
                sound = false;
                mistake(column, text);
            }
        }
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2200 ? day : null;
}
