using System.Data.Common;
using System.Text.Json;
using Dapper;
using QofFhir.Service.Access;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Collection;

/// <summary>Receipts: what each submission brought and what became of it.</summary>
internal sealed class SubmissionStore(IDatabase database)
{
    private const int MostRefusals = 50;
    private const int MostReasons = 10;

    private static readonly string[] Columns =
        ["id", "received", "client", "organisation", "reports", "created", "replaced", "unchanged", "older", "refused", "refusals"];

    private const string Select = "SELECT id, received, client, organisation, reports, created, replaced, unchanged, older, refused, refusals FROM submission";

    /// <summary>In the transaction of what they tell.</summary>
    public static void Add(
        IDatabase database, IEnumerable<(Submission Submission, Taken[] Fates)> submissions, DbConnection connection, DbTransaction transaction) =>
        database.Append("submission", Columns, submissions.Select(s => Row(s.Submission, s.Fates)), connection, transaction);

    /// <summary>Receipts of a transaction that may have been kept and is run again.</summary>
    public static void Forget(IReadOnlyList<Submission> submissions, DbConnection connection, DbTransaction transaction) =>
        connection.Execute("DELETE FROM submission WHERE id IN @ids", new { ids = submissions.Select(s => s.Id).ToArray() }, transaction);

    /// <summary>Null where there is none, or none that may be read.</summary>
    public Receipt? Find(string id, Reader reader) => database.Read(connection =>
        connection.QuerySingleOrDefault<Receipt>($"{Select} WHERE id = @id AND {Mine(reader)}", new { id, reader.Organisation }));

    /// <summary>The latest first.</summary>
    public IReadOnlyList<Receipt> Latest(Reader reader, int count, int offset) => database.Read<IReadOnlyList<Receipt>>(connection =>
        [.. connection.Query<Receipt>($"{Select} WHERE {Mine(reader)} ORDER BY id DESC LIMIT @count OFFSET @offset", new { count, offset, reader.Organisation })]);

    private static string Mine(Reader reader) => reader.Organisation is null ? "1 = 1" : "organisation = @Organisation";

    private static object?[] Row(Submission submission, Taken[] fates)
    {
        return
        [
            submission.Id, submission.Received, submission.By.Client, submission.By.Organisation, (long)(fates.Length + submission.Refused),
            Count(Fate.Created), Count(Fate.Replaced), Count(Fate.Unchanged), Count(Fate.Older), Count(Fate.Mismatched) + submission.Refused,
            submission.Refusals is { Count: > 0 } refusals
                ? JsonSerializer.Serialize(refusals.Take(MostRefusals).Select(r => r with { Reasons = [.. r.Reasons.Take(MostReasons)] }), JsonSerializerOptions.Web)
                : null,
        ];

        long Count(Fate fate) => fates.Count(f => f.Fate == fate);
    }
}

/// <summary>A receipt: reports = created + replaced + unchanged + older + refused.</summary>
/// <param name="Organisation">For which the client worked; null for the national roles.</param>
/// <param name="Refusals">JSON: some of what was refused, with reasons.</param>
internal sealed record Receipt(
    string Id, string Received, string Client, string? Organisation, long Reports, long Created, long Replaced, long Unchanged, long Older, long Refused, string? Refusals);
