using System.Text.Json;
using System.Text.Json.Nodes;
using QofFhir.Service.Access;

namespace QofFhir.Service.Improvement;

/// <summary>What is sent to a plan: a JSON object that says who sends it.</summary>
internal static class PlanBody
{
    /// <summary>Bytes: more than the longest entry has, each sign of it escaped.</summary>
    public static readonly BodyLimit Limit = new(512 * 1024);

    private const int LongestName = 200;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    public static bool IsName(string? by) => by?.Trim() is { Length: > 0 and <= LongestName } name && !name.Any(char.IsControl);

    /// <param name="members">What it may have beside "by". What is not known is refused: a slip in "on" would freeze a baseline of today.</param>
    /// <returns>Null where it cannot be used; then why, without anything of what was sent.</returns>
    public static JsonObject? Read(string text, string[] members, out string? by, out IResult? refusal)
    {
        (by, refusal) = (null, null);
        try
        {
            if (JsonNode.Parse(text, documentOptions: Strict) is JsonObject body && IsText(body) && body.All(m => m.Key == "by" || members.Contains(m.Key)))
            {
                by = body["by"] is JsonValue value && value.TryGetValue<string>(out var name) ? name.Trim() : null;
                if (IsName(by))
                {
                    return body;
                }
            }
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or InvalidOperationException)
        {
            // Told below.
        }

        var more = members.Length == 0 ? "" : $", beside it {string.Join(", ", members)} alone";
        refusal = Results.Problem($"A JSON object was expected, with \"by\": who sends it, at most 200 signs{more}.", statusCode: StatusCodes.Status400BadRequest);
        return null;
    }

    public static async Task<string> Text(HttpContext context, CancellationToken cancellation)
    {
        using var reader = new StreamReader(context.Request.Body);
        return await reader.ReadToEndAsync(cancellation);
    }

    /// <summary>Reads every string of it: half of a surrogate pair shows only then, and throws.</summary>
    private static bool IsText(JsonNode? node) => node switch
    {
        JsonObject members => members.All(m => IsText(m.Value)),
        JsonArray items => items.All(IsText),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>() is not null,
        _ => true,
    };
}
