using System.Globalization;
using Dapper;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Consents;

/// <summary>What practices consent to. Nothing is overwritten: the latest word counts from the moment it is said, the earlier ones are its history.</summary>
internal sealed class ConsentStore(IDatabase database)
{
    public const string Schema = $"""
        CREATE TABLE consent (number {Migrations.Counter}, practice TEXT NOT NULL, network BIGINT NOT NULL, said_by TEXT NOT NULL, said_at TEXT NOT NULL);
        CREATE INDEX consent_practice ON consent (practice, number);
        {Migrations.AppendOnlyStart}consent{Migrations.AppendOnlyEnd}

        """;

    private const string Latest = "number = (SELECT MAX(number) FROM consent AS later WHERE later.practice = consent.practice)";

    /// <summary>Practices asked for at a time.</summary>
    private const int AtATime = 500;

    /// <summary>Said again it changes nothing.</summary>
    public void Say(Consent consent) => database.Write((connection, transaction) =>
    {
        var row = new
        {
            consent.Practice,
            Network = consent.Network ? 1 : 0,
            consent.By,
            At = consent.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        };
        var last = connection.ExecuteScalar<long?>($"SELECT network FROM consent WHERE practice = @Practice AND {Latest}", row, transaction);
        if (last != row.Network)
        {
            connection.Execute("INSERT INTO consent (practice, network, said_by, said_at) VALUES (@Practice, @Network, @By, @At)", row, transaction);
        }
    });

    /// <summary>Those of the practices that consent; a practice that never said anything does not.</summary>
    public IEnumerable<string> Among(IReadOnlyCollection<string> practices) =>
        practices.Chunk(AtATime).SelectMany(some => Rows($"WHERE {OneOf(some, out var values)} AND network = 1 AND {Latest}", values)).Select(r => r.Practice);

    /// <summary>All that these practices said, the latest first; null: all practices.</summary>
    public ILookup<string, Consent> Said(IReadOnlyCollection<string>? practices) => (practices is null
            ? Rows("", new DynamicParameters())
            : practices.Chunk(AtATime).SelectMany(some => Rows($"WHERE {OneOf(some, out var values)}", values)))
        .ToLookup(
            r => r.Practice,
            r => new Consent(r.Practice, r.Network != 0, r.SaidBy, DateTimeOffset.Parse(r.SaidAt, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)),
            StringComparer.Ordinal);

    /// <summary>Spelt out: the two databases take a list in different words.</summary>
    private static string OneOf(string[] practices, out DynamicParameters values)
    {
        values = new DynamicParameters();
        for (var i = 0; i < practices.Length; i++)
        {
            values.Add($"p{i}", practices[i]);
        }

        return $"practice IN ({string.Join(", ", practices.Select((_, i) => $"@p{i}"))})";
    }

    private IEnumerable<Row> Rows(string where, DynamicParameters values) => database.Read(connection =>
        connection.Query<Row>($"SELECT practice, network, said_by AS SaidBy, said_at AS SaidAt FROM consent {where} ORDER BY practice, number DESC", values));

    private sealed record Row(string Practice, long Network, string SaidBy, string SaidAt);
}
