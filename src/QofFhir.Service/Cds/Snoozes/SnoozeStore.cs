using System.Globalization;
using Dapper;
using QofFhir.Core.Cards;
using QofFhir.Service.Cds.Drawn;
using QofFhir.Service.Reports;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Cds.Snoozes;

/// <summary>Prompts that somebody put off for a patient: until a day, with a reason, and they come back by themselves. In the practice tier, because it is about patients.</summary>
internal sealed class SnoozeStore(IDatabase database, Retention retention, TimeProvider clock)
{
    public const string Schema = """
        CREATE TABLE snooze (system TEXT NOT NULL, patient TEXT NOT NULL, indicator TEXT NOT NULL, back TEXT NOT NULL, reason TEXT NOT NULL, by_whom TEXT NOT NULL, at TEXT NOT NULL);
        CREATE INDEX snooze_patient ON snooze (system, patient);

        """;

    /// <summary>Nothing is overwritten: what was put off when and why stays to be read, as long as what became of cards does.</summary>
    public void Keep(Snooze snooze) => database.Write((connection, transaction) => connection.Execute(
        "DELETE FROM snooze WHERE at < @since", new { since = retention.Since }, transaction) + connection.Execute(
        "INSERT INTO snooze VALUES (@System, @Patient, @indicator, @back, @Reason, @By, @at)",
        snooze.Indicators.Select(indicator => new
        {
            snooze.System,
            snooze.Patient,
            indicator,
            back = Text(snooze.Back),
            snooze.Reason,
            snooze.By,
            at = StoredReport.Moment(clock.GetUtcNow()),
        }),
        transaction));

    /// <summary>By indicator until when and why; of two the one that ends later, and only what is still put off.</summary>
    /// <param name="system">Whose id the patient's is.</param>
    public IReadOnlyDictionary<string, PutOff> Of(string system, string patient, DateOnly today) => database.Read(connection => connection
        .Query<(string Indicator, string Back, string Reason)>(
            "SELECT indicator, back, reason FROM snooze WHERE system = @system AND patient = @patient AND back > @today ORDER BY back DESC, at DESC",
            new { system, patient, today = Text(today) })
        .DistinctBy(s => s.Indicator)
        .ToDictionary(
            s => s.Indicator, s => new PutOff(DateOnly.ParseExact(s.Back, "yyyy-MM-dd", CultureInfo.InvariantCulture), SnoozeReasons.WordsOf(s.Reason)), StringComparer.Ordinal));

    /// <summary>How many are put off today, and how often that was done at all, by indicator: no patient.</summary>
    public IReadOnlyList<SnoozeCount> Counts(DateOnly today) => database.Read(connection => connection.Query<SnoozeCount>(
        "SELECT indicator AS Indicator, SUM(CASE WHEN back > @today THEN 1 ELSE 0 END) AS Now, COUNT(*) AS Ever FROM snooze GROUP BY indicator ORDER BY indicator",
        new { today = Text(today) }).ToList());

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
