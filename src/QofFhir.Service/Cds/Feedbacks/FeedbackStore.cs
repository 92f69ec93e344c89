using Dapper;
using QofFhir.Fhir.Reading.Cds;
using QofFhir.Service.Cds.Drawn;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Cds.Feedbacks;

/// <summary>What became of cards, in a database of the practice tier: users' comments may tell of patients.</summary>
internal sealed class FeedbackStore(IDatabase database, Retention retention, TimeProvider clock)
{
    public const string Schema = """
        CREATE TABLE feedback (
            client TEXT NOT NULL,
            card TEXT NOT NULL,
            service TEXT NOT NULL,
            outcome TEXT NOT NULL,
            suggestions TEXT NOT NULL,
            reason_system TEXT,
            reason_code TEXT,
            reason_display TEXT,
            comment TEXT,
            at TEXT NOT NULL,
            received TEXT NOT NULL,
            PRIMARY KEY (client, card));
        """;

    private const string Upsert = """
        INSERT INTO feedback VALUES (@client, @card, @service, @outcome, @suggestions, @system, @code, @display, @comment, @at, @received)
        ON CONFLICT (client, card) DO UPDATE SET
            service = excluded.service, outcome = excluded.outcome, suggestions = excluded.suggestions, reason_system = excluded.reason_system,
            reason_code = excluded.reason_code, reason_display = excluded.reason_display, comment = excluded.comment, at = excluded.at, received = excluded.received
        WHERE excluded.at >= feedback.at
        """;

    /// <summary>All or nothing. The same card again replaces what was said of it, unless what is kept was decided later.</summary>
    /// <param name="client">A client speaks of its own cards only.</param>
    public void Keep(string service, string client, IReadOnlyList<Feedback> feedback)
    {
        var received = Text(clock.GetUtcNow());
        database.Write((connection, transaction) => connection.Execute(
            Upsert,
            feedback.Select(f => new
            {
                client,
                card = f.Card.ToString(),
                service,
                outcome = Word(f.Outcome),
                suggestions = string.Join(' ', f.AcceptedSuggestions),
                system = f.Reason?.System,
                code = f.Reason?.Code,
                display = f.Reason?.Display,
                comment = f.Reason?.Comment,
                at = Text(f.At),
                received,
            }),
            transaction));
    }

    /// <summary>How many cards came to what, without any user's words.</summary>
    public IReadOnlyList<FeedbackCount> Counts() => database.Read(connection => connection.Query<FeedbackCount>(
        """
        SELECT service AS Service, outcome AS Outcome, reason_system AS ReasonSystem, reason_code AS ReasonCode, COUNT(*) AS Cards
        FROM feedback WHERE received >= @since GROUP BY service, outcome, reason_system, reason_code ORDER BY service, outcome, reason_system, reason_code
        """,
        new { since = retention.Since }).ToList());

    private static string Word(FeedbackOutcome outcome) => outcome == FeedbackOutcome.Accepted ? "accepted" : "overridden";

    /// <summary>Sorts as the moments do.</summary>
    private static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
