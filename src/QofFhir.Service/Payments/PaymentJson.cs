using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using QofFhir.Service.Collection;

namespace QofFhir.Service.Payments;

/// <summary>Statements as JSON.</summary>
internal static class PaymentJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <param name="whole">Clients are told too.</param>
    public static object Told(Standing standing, bool whole) => Told(standing, whole, null, null);

    /// <summary>With all that it rests on, and what that came to.</summary>
    public static object Told(Standing standing, bool whole, byte[]? inputs, byte[]? outcome)
    {
        var statement = standing.Statement;
        return new
        {
            statement.Practice,
            statement.Number,
            statement.Framework,
            statement.AchievementDate,
            standing.State,
            statement.Points,
            statement.Pounds,
            statement.Provisional,
            sample = statement.Sample ? true : (bool?)null,
            supersedes = statement.Supersedes is { } before ? new { number = before, difference = statement.Difference } : null,
            standing.SupersededBy,
            standing.PaidBefore,
            standing.Balance,
            toBeRepaid = standing.Balance < 0 ? true : (bool?)null,
            outdated = standing.Outdated,
            changes = standing.Outdated ? standing.Changes : null,
            inputsSha256 = statement.Digest,
            statement.Made,
            by = whole ? statement.Client : null,
            statement.Run,
            steps = standing.Steps.Select(s => new
            {
                step = Word(s.Step),
                role = s.Role,
                onBehalf = s.Step == PaymentStep.Declare && s.Role != "practice" ? true : (bool?)null,
                by = whole ? s.Client : null,
                at = s.At,
                amount = s.Amount,
                advance = s.Advance,
                on = s.PaidOn,
                reason = s.Reason,
            }),
            outcome = outcome is null ? null : JsonNode.Parse(outcome),
            inputs = inputs is null ? null : JsonNode.Parse(inputs),
        };
    }

    /// <summary>What a practice's own figures come to before anything is made of them, in the form of a statement.</summary>
    public static object Told(StatementDraft draft, NationalPrevalence national) => new
    {
        draft.Practice,
        draft.Framework,
        draft.AchievementDate,
        state = "preview",
        draft.Points,
        draft.Pounds,
        draft.Provisional,
        sample = draft.Sample ? true : (bool?)null,
        outdated = false,
        nationalFrom = national.From,
        inputsSha256 = draft.Digest,
        outcome = JsonNode.Parse(Packed.Unpack(draft.Outcome)),
        inputs = JsonNode.Parse(Packed.Unpack(draft.Inputs)),
    };

    public static object Told(KeptRun run) => new { run.Id, run.Framework, run.AchievementDate, run.Made, run.Client, run.Pounds, run.Reconciled };

    public static string Word(PaymentStep step) => step.ToString().ToLowerInvariant();
}
