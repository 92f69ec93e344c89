using System.Data.Common;
using System.Globalization;
using Dapper;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Payments;

/// <summary>What was done with statements, only ever added to.</summary>
internal sealed class StepStore(IDatabase database)
{
    private const string Select = "SELECT step AS Step, role AS Role, client AS Client, issuer AS Issuer, at AS At, amount AS Amount, advance AS Advance, paid_on AS PaidOn, reason AS Reason, number AS Number FROM payment_step";

    /// <summary>Where the statements of a practice stand, the newest first.</summary>
    /// <param name="framework">Null: of all frameworks.</param>
    public IReadOnlyList<Standing> Of(string practice, string? framework) => database.Read(connection => Of(practice, framework, connection, null));

    /// <summary>Takes a step, unless it cannot be taken. Of many at once one is first, and the others are told where the statement stands then.</summary>
    /// <param name="changes">What changed in the live reports since the statement was made.</param>
    /// <returns>Where it stands now, and why the step was refused; null when it was taken.</returns>
    public (Standing Standing, string? Refusal) Take(KeptStatement statement, StepTaken step, IReadOnlyList<ChangedFigure> changes)
    {
        var attempt = 0;
        return database.Write((connection, transaction) =>
        {
            // A transaction whose end was not heard of may have been kept: then the step is there, and it is ours.
            var again = attempt++ > 0;
            PaymentStore.Hold(connection, transaction);
            var now = Find(statement, connection, transaction) with { Changes = changes };
            if (again && now.Last == step)
            {
                return (now, (string?)null);
            }

            if (now.Refusal(step) is { } refusal)
            {
                return (now, refusal);
            }

            connection.Execute(
                """
                INSERT INTO payment_step (practice, number, place, step, role, client, issuer, at, amount, advance, paid_on, reason)
                VALUES (@Practice, @Number, @place, @step, @Role, @Client, @Issuer, @At, @amount, @advance, @paidOn, @Reason)
                """,
                new
                {
                    statement.Practice,
                    statement.Number,
                    place = now.Steps.Count + 1L,
                    step = step.Step.ToString(),
                    step.Role,
                    step.Client,
                    step.Issuer,
                    step.At,
                    amount = MoneyText.Write(step.Amount),
                    advance = MoneyText.Write(step.Advance),
                    paidOn = step.PaidOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    step.Reason,
                },
                transaction);
            return (now with { Steps = [.. now.Steps, step] }, null);
        });
    }

    private static Standing Find(KeptStatement statement, DbConnection connection, DbTransaction transaction) =>
        Of(statement.Practice, statement.Framework, connection, transaction).Single(s => s.Statement.Number == statement.Number);

    private static List<Standing> Of(string practice, string? framework, DbConnection connection, DbTransaction? transaction)
    {
        var statements = PaymentStore.OfPractice(practice, framework, connection, transaction);
        var steps = connection.Query<Row>($"{Select} WHERE practice = @practice ORDER BY number, place", new { practice }, transaction).ToLookup(r => r.Number, r => r.Taken());
        return
        [
            .. statements.Select(s =>
            {
                var others = statements.Where(o => o.Framework == s.Framework).ToList();
                return new Standing(
                    s, [.. steps[s.Number]], others.Find(o => o.Supersedes == s.Number)?.Number, others.Where(o => o.Number < s.Number).SelectMany(o => steps[o.Number]).Sum(t => t.Settled));
            }),
        ];
    }

    private sealed class Row
    {
        public long Number { get; init; }

        public string Step { get; init; } = "";

        public string Role { get; init; } = "";

        public string Client { get; init; } = "";

        public string? Issuer { get; init; }

        public string At { get; init; } = "";

        public string? Amount { get; init; }

        public string? Advance { get; init; }

        public string? PaidOn { get; init; }

        public string? Reason { get; init; }

        public StepTaken Taken() => new(Enum.Parse<PaymentStep>(Step), Role, Client, Issuer, At)
        {
            Amount = MoneyText.Read(Amount),
            Advance = MoneyText.Read(Advance),
            PaidOn = PaidOn is null ? null : DateOnly.ParseExact(PaidOn, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Reason = Reason,
        };
    }
}
