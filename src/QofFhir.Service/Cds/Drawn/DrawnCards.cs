using System.Data.Common;
using System.Threading.Channels;
using Dapper;
using QofFhir.Service.Reports;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Cds.Drawn;

/// <summary>Keeps which cards were drawn, so that what became of them can be counted by prompt. Written aside, many at a time: nobody in a consultation waits for it.</summary>
internal sealed class DrawnCards(IDatabase database, Retention retention, ILogger<DrawnCards> log) : BackgroundService
{
    public const string Schema = """
        CREATE TABLE drawn (client TEXT NOT NULL, card TEXT NOT NULL, prompt TEXT NOT NULL, service TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (client, card, prompt)) WITHOUT ROWID;

        """;

    /// <summary>So that what is old is found without looking at all.</summary>
    public const string ByAge = """
        CREATE INDEX drawn_at ON drawn (at);
        CREATE INDEX feedback_received ON feedback (received);

        """;

    private const int AtATime = 1000;

    /// <summary>When the disk does not keep up the oldest go: they are counts, not records.</summary>
    private readonly Channel<DrawnCard> _waiting = Channel.CreateBounded<DrawnCard>(new BoundedChannelOptions(100_000) { FullMode = BoundedChannelFullMode.DropOldest });

    public void Add(DrawnCard card) => _waiting.Writer.TryWrite(card);

    /// <summary>How often each prompt was drawn, accepted and overridden; a card without feedback was passed over or is still open.</summary>
    public IReadOnlyList<PromptCount> Counts() => database.Read(connection => connection.Query<PromptCount>(
        """
        SELECT d.prompt AS Prompt, COUNT(*) AS Drawn,
            SUM(CASE WHEN f.outcome = 'accepted' THEN 1 ELSE 0 END) AS Accepted, SUM(CASE WHEN f.outcome = 'overridden' THEN 1 ELSE 0 END) AS Overridden
        FROM drawn AS d LEFT JOIN feedback AS f ON f.client = d.client AND f.card = d.card WHERE d.at >= @since GROUP BY d.prompt ORDER BY d.prompt
        """,
        new { since = retention.Since }).ToList());

    /// <summary>Begins with what has grown old since the last time. Goes on until nothing more can come: on stopping, what waits is still written.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var some = new List<DrawnCard>();
        do
        {
            while (some.Count < AtATime && _waiting.Reader.TryRead(out var card))
            {
                some.Add(card);
            }

            try
            {
                Keep(some);
            }
            catch (DbException fault)
            {
                // Counts are lost; prompts go on.
                log.LogError("{Count} cards that were drawn could not be counted ({Fault})", some.Count, fault.GetType().Name);
            }

            some.Clear();
        }
        while (await _waiting.Reader.WaitToReadAsync(CancellationToken.None));
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _waiting.Writer.TryComplete();
        await base.StopAsync(cancellationToken);
    }

    /// <summary>With what is new, what is too old goes.</summary>
    private void Keep(List<DrawnCard> cards) => database.Write((connection, transaction) =>
    {
        connection.Execute("DELETE FROM drawn WHERE at < @since; DELETE FROM feedback WHERE received < @since", new { since = retention.Since }, transaction);
        connection.Execute(
            "INSERT INTO drawn VALUES (@Client, @Card, @Prompt, @Service, @At) ON CONFLICT DO NOTHING",
            cards.SelectMany(c => c.Prompts.Select(p => new { c.Client, Card = c.Uuid.ToString(), Prompt = p, c.Service, At = StoredReport.Moment(c.At) })),
            transaction);
    });
}
