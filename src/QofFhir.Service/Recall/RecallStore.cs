using System.Globalization;
using Dapper;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Recall;
using QofFhir.Service.Reports;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Recall;

/// <summary>What became of recalls, as a practice told it. In the practice tier, because it is about patients: never in the database that workers share.</summary>
internal sealed class RecallStore(IDatabase database, TimeProvider clock)
{
    public const string Schema = """
        CREATE TABLE recall_outcome (practice TEXT NOT NULL, patient TEXT NOT NULL, on_day TEXT NOT NULL, outcome TEXT NOT NULL, method TEXT NOT NULL, until TEXT NOT NULL, at TEXT NOT NULL, number INTEGER NOT NULL,
            PRIMARY KEY (practice, patient, on_day, outcome, method, until));

        """;

    /// <summary>The same again changes nothing. What is from before the last service year goes.</summary>
    public void Keep(string practice, IReadOnlyList<RecallOutcome> outcomes, DateOnly today) => database.Write((connection, transaction) =>
    {
        connection.Execute(
            "DELETE FROM recall_outcome WHERE on_day < @since", new { since = Text(ServiceDates.Year(today).PaymentPeriodStart.AddYears(-1)) }, transaction);
        var number = connection.ExecuteScalar<long>("SELECT COALESCE(MAX(number), 0) FROM recall_outcome", null, transaction);
        connection.Execute(
            "INSERT INTO recall_outcome VALUES (@practice, @Patient, @on, @outcome, @Method, @until, @at, @number) ON CONFLICT DO NOTHING",
            outcomes.Select(o => new
            {
                practice,
                o.Patient,
                on = Text(o.On),
                outcome = RecallWords.NameOf(o.Kind),
                o.Method,
                until = o.Until is { } until ? Text(until) : "",
                at = StoredReport.Moment(clock.GetUtcNow()),
                number = ++number,
            }),
            transaction);
    });

    /// <summary>In the order in which they were told.</summary>
    public IReadOnlyList<RecallOutcome> Of(string practice) => database.Read(connection => connection
        .Query<(string Patient, string On, string Outcome, string Method, string Until)>(
            "SELECT patient, on_day, outcome, method, until FROM recall_outcome WHERE practice = @practice ORDER BY number", new { practice })
        .Select(r => new RecallOutcome(r.Patient, Day(r.On), RecallWords.Parse(r.Outcome)!.Value, r.Method, r.Until.Length == 0 ? null : Day(r.Until)))
        .ToList());

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
