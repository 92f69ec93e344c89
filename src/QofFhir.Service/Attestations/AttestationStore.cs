using System.Globalization;
using Dapper;
using QofFhir.Core.Achievement;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Attestations;

/// <summary>Declarations in the shared database. Nothing is overwritten: the latest counts, the earlier ones are its history.</summary>
internal sealed class AttestationStore(IDatabase database)
{
    public const string Schema = $"""
        CREATE TABLE IF NOT EXISTS attestation (
            id {Migrations.Counter}, practice TEXT NOT NULL, framework TEXT NOT NULL, indicator TEXT NOT NULL,
            declared BIGINT NOT NULL, declared_by TEXT NOT NULL, declared_at TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS attestation_of ON attestation (practice, framework, indicator);
        """;

    private const string Of = "FROM attestation WHERE practice = @practice AND framework = @framework";

    /// <summary>Said again by the same person it changes nothing.</summary>
    public void Declare(string practice, string framework, string indicator, Declaration declaration) => database.Write((connection, transaction) =>
    {
        var row = new
        {
            practice,
            framework,
            indicator,
            declared = declaration.Declared ? 1 : 0,
            by = declaration.By,
            at = declaration.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        };
        var last = connection.QueryFirstOrDefault<Row>(
            $"SELECT indicator, declared, declared_by AS saidBy, declared_at AS at {Of} AND indicator = @indicator ORDER BY id DESC", row, transaction);
        if (last is null || last.Declared != row.declared || last.SaidBy != declaration.By)
        {
            connection.Execute(
                "INSERT INTO attestation (practice, framework, indicator, declared, declared_by, declared_at) VALUES (@practice, @framework, @indicator, @declared, @by, @at)",
                row, transaction);
        }
    });

    /// <summary>All that was said, by indicator, the latest first.</summary>
    public ILookup<string, Declaration> History(string practice, string framework) => database
        .Read(c => c.Query<Row>($"SELECT indicator, declared, declared_by AS saidBy, declared_at AS at {Of} ORDER BY id DESC", new { practice, framework }))
        .ToLookup(
            r => r.Indicator,
            r => new Declaration(r.Declared != 0, r.SaidBy, DateTimeOffset.Parse(r.At, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)),
            StringComparer.Ordinal);

    /// <summary>What counts in a run that begins now.</summary>
    public IReadOnlyList<Attestation> Latest(string practice, string framework) =>
        [.. History(practice, framework).Select(said => said.First().Of(said.Key))];

    private sealed class Row
    {
        public string Indicator { get; init; } = "";

        public long Declared { get; init; }

        public string SaidBy { get; init; } = "";

        public string At { get; init; } = "";
    }
}
