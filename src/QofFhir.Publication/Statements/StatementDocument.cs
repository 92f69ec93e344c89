using System.Security.Cryptography;
using System.Text.Json;
using QofFhir.Core.Payments;

namespace QofFhir.Publication.Statements;

/// <summary>A statement as it is kept: all that it rests on, and what that came to.</summary>
/// <param name="InputsSha256">Of the inputs as they stand in the file, blanks between them apart. It finds a slip of the hand, and no forger, who would work it out anew.</param>
public sealed record StatementDocument(StatementInputs Inputs, string InputsSha256, StatementOutcome Outcome)
{
    public static StatementDocument Of(Statement statement)
    {
        using var inputs = JsonDocument.Parse(StatementJson.Write(statement.Inputs));
        return new StatementDocument(statement.Inputs, Seal(inputs.RootElement), StatementOutcome.Of(statement));
    }

    public string Write() => JsonSerializer.Serialize(this, StatementJson.Options) + "\n";

    /// <summary>Reads it, and works it out anew from its inputs alone.</summary>
    /// <param name="json">As <see cref="Write"/> gave it.</param>
    /// <param name="differences">What was changed since, or comes out otherwise now, to the penny; one sentence each, none when all agrees.</param>
    /// <exception cref="JsonException">It is no such document; the message says where.</exception>
    public static StatementDocument Read(string json, out IReadOnlyList<string> differences)
    {
        var kept = JsonSerializer.Deserialize<StatementDocument>(json, StatementJson.Options) ?? throw new JsonException("an object was expected, not null");
        using var text = JsonDocument.Parse(json);
        var changed = Seal(text.RootElement.GetProperty("inputs")) != kept.InputsSha256;
        differences =
        [
            .. changed ? ["the inputs are not those that were kept: their SHA-256 differs"] : Array.Empty<string>(),
            .. kept.Outcome.Against(StatementOutcome.Of(Statement.Of(kept.Inputs))),
        ];
        return kept;
    }

    private static string Seal(JsonElement inputs) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(inputs)));
}
