using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Dapper;
using QofFhir.Service.Collection;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Payments;

/// <summary>Statements and the payer's runs in the shared database. Nothing is overwritten.</summary>
internal sealed class PaymentStore(IDatabase database)
{
    private static readonly string[] Columns =
        ["practice", "number", "framework", "achieved", "run", "made", "client", "digest", "points", "pounds", "provisional", "sample", "supersedes", "difference", "inputs", "outcome"];

    private const string Newest =
        "number = (SELECT MAX(number) FROM payment_statement AS later WHERE later.practice = payment_statement.practice AND later.framework = payment_statement.framework)";

    private const string Runs = "SELECT id AS Id, framework AS Framework, achieved AS Achieved, made AS Made, client AS Client, pounds AS Pounds, reconciled AS Reconciled, national AS National FROM payment_run";

    /// <summary>Whoever adds statements or steps holds this row until the end: what is judged is what is written.</summary>
    public static void Hold(DbConnection connection, DbTransaction transaction) => connection.Execute("UPDATE payment_change SET number = number + 1", null, transaction);

    /// <summary>Keeps a run and its statements, all or nothing.</summary>
    /// <param name="tell">Given the run's id, what became of the drafts, and the pounds of every practice's newest statement as the table has them.</param>
    public void Keep(PaymentRunHead head, IReadOnlyList<StatementDraft> drafts, Func<long, IReadOnlyList<StatementFate>, IReadOnlyDictionary<string, decimal?>, PaymentRun> tell) =>
        database.Write((connection, transaction) =>
        {
            Hold(connection, transaction);
            var id = 1 + connection.ExecuteScalar<long>("SELECT COALESCE(MAX(id), 0) FROM payment_run", null, transaction);
            var fates = Add(drafts, id, head.Made, head.Client, null, connection, transaction);
            var kept = NewestOf(head.Framework, null, connection, transaction).ToDictionary(n => n.Key, n => n.Value.Pounds, StringComparer.Ordinal);
            var run = tell(id, fates, kept);
            connection.Execute(
                "INSERT INTO payment_run (id, framework, achieved, made, client, pounds, reconciled, national, body) VALUES (@id, @Framework, @achieved, @Made, @Client, @pounds, @reconciled, @national, @body)",
                new
                {
                    id,
                    head.Framework,
                    achieved = Day(head.AchievementDate),
                    head.Made,
                    head.Client,
                    pounds = MoneyText.Write(run.Pounds),
                    reconciled = run.Reconciled ? 1L : 0L,
                    national = JsonSerializer.Serialize(head.National, JsonSerializerOptions.Web),
                    body = Packed.Pack(JsonSerializer.SerializeToUtf8Bytes(run, PaymentJson.Options)),
                },
                transaction);
        });

    /// <summary>Keeps one practice's statement.</summary>
    /// <param name="run">Whose national prevalence it uses.</param>
    public StatementFate Keep(StatementDraft draft, long run, string made, string client) => database.Write((connection, transaction) =>
    {
        Hold(connection, transaction);
        return Add([draft], run, made, client, draft.Practice, connection, transaction)[0];
    });

    /// <summary>Statements of a practice, the newest first.</summary>
    /// <param name="framework">Null: of all.</param>
    public IReadOnlyList<KeptStatement> OfPractice(string practice, string? framework) => database.Read(connection => OfPractice(practice, framework, connection, null));

    public static IReadOnlyList<KeptStatement> OfPractice(string practice, string? framework, DbConnection connection, DbTransaction? transaction) =>
    [
        .. connection.Query<KeptStatement.Row>(
            $"SELECT {KeptStatement.Columns} FROM payment_statement WHERE practice = @practice" + (framework is null ? "" : " AND framework = @framework") + " ORDER BY number DESC",
            new { practice, framework }, transaction).Select(r => r.Statement()),
    ];

    /// <summary>The inputs of a statement and what they came to, each as JSON.</summary>
    public (byte[] Inputs, byte[] Outcome) Text(string practice, long number)
    {
        var (inputs, outcome) = database.Read(connection => connection.QuerySingle<(byte[] Inputs, byte[] Outcome)>(
            "SELECT inputs, outcome FROM payment_statement WHERE practice = @practice AND number = @number", new { practice, number }));
        return (Packed.Unpack(inputs), Packed.Unpack(outcome));
    }

    /// <summary>The latest first.</summary>
    /// <param name="framework">Null: of all.</param>
    public IReadOnlyList<KeptRun> AllRuns(string? framework) => database.Read<IReadOnlyList<KeptRun>>(connection =>
        [.. connection.Query<RunRow>($"{Runs} {(framework is null ? "" : "WHERE framework = @framework ")}ORDER BY id DESC", new { framework }).Select(r => r.Run())]);

    public KeptRun? Run(long id) => database.Read(connection => connection.QuerySingleOrDefault<RunRow>($"{Runs} WHERE id = @id", new { id })?.Run());

    public KeptRun? LatestRun(string framework, DateOnly on) => database.Read(connection =>
        connection.QueryFirstOrDefault<RunRow>($"{Runs} WHERE framework = @framework AND achieved = @on ORDER BY id DESC LIMIT 1", new { framework, on = Day(on) })?.Run());

    /// <summary>A run as it was told; null where there is none.</summary>
    public byte[]? RunText(long id) => database.Read(connection =>
        connection.QuerySingleOrDefault<byte[]?>("SELECT body FROM payment_run WHERE id = @id", new { id }) is { } packed ? Packed.Unpack(packed) : null);

    /// <param name="practice">Null: of all practices.</param>
    private List<StatementFate> Add(
        IReadOnlyList<StatementDraft> drafts, long run, string made, string client, string? practice, DbConnection connection, DbTransaction transaction)
    {
        if (drafts.Count == 0)
        {
            return [];
        }

        var newest = NewestOf(drafts[0].Framework, practice, connection, transaction);
        var numbers = connection.Query<(string Practice, long Number)>(
            $"SELECT practice, MAX(number) FROM payment_statement{(practice is null ? "" : " WHERE practice = @practice")} GROUP BY practice", new { practice }, transaction)
            .ToDictionary(n => n.Practice, n => n.Number, StringComparer.Ordinal);
        List<StatementFate> fates = [.. drafts.Select(d => StatementFate.Of(d, newest.GetValueOrDefault(d.Practice), numbers.GetValueOrDefault(d.Practice) + 1))];
        database.Append("payment_statement", Columns, fates.Where(f => f.Made).Select(f => Row(f, run, made, client)), connection, transaction);
        return fates;
    }

    private static Dictionary<string, KeptStatement> NewestOf(string framework, string? practice, DbConnection connection, DbTransaction transaction) =>
        connection.Query<KeptStatement.Row>(
            $"SELECT {KeptStatement.Columns} FROM payment_statement WHERE framework = @framework AND {Newest}{(practice is null ? "" : " AND practice = @practice")}",
            new { framework, practice }, transaction).Select(r => r.Statement()).ToDictionary(s => s.Practice, StringComparer.Ordinal);

    private static object?[] Row(StatementFate fate, long run, string made, string client)
    {
        var draft = fate.Draft;
        return
        [
            draft.Practice, fate.Number!.Value, draft.Framework, Day(draft.AchievementDate), run, made, client, draft.Digest, MoneyText.Write(draft.Points), MoneyText.Write(draft.Pounds),
            draft.Provisional ? 1L : 0L, draft.Sample ? 1L : 0L, fate.Before?.Number, MoneyText.Write(draft.Pounds - fate.Before?.Pounds), draft.Inputs, draft.Outcome,
        ];
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class RunRow
    {
        public long Id { get; init; }

        public string Framework { get; init; } = "";

        public string Achieved { get; init; } = "";

        public string Made { get; init; } = "";

        public string Client { get; init; } = "";

        public string Pounds { get; init; } = "";

        public long Reconciled { get; init; }

        public string National { get; init; } = "";

        public KeptRun Run() => new(
            Id, Framework, DateOnly.ParseExact(Achieved, "yyyy-MM-dd", CultureInfo.InvariantCulture), Made, Client, MoneyText.Read(Pounds)!.Value, Reconciled == 1,
            JsonSerializer.Deserialize<NationalPrevalence>(National, JsonSerializerOptions.Web)!);
    }
}
