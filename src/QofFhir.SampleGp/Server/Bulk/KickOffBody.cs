using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace QofFhir.SampleGp.Server.Bulk;

/// <summary>The Parameters resource that a kick-off by POST brings.</summary>
internal static class KickOffBody
{
    /// <summary>Names and values in order, or null when the body is no Parameters. No body is no parameters.</summary>
    public static async Task<IReadOnlyList<KeyValuePair<string, string>>?> Read(HttpContext context)
    {
        if (context.Request.ContentLength == 0)
        {
            return [];
        }

        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            return body.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("resourceType", out var type) && type.ValueEquals("Parameters")
                ? Pairs(root)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static List<KeyValuePair<string, string>>? Pairs(JsonElement root)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        if (root.TryGetProperty("parameter", out var parameters) && parameters.ValueKind == JsonValueKind.Array)
        {
            foreach (var parameter in parameters.EnumerateArray())
            {
                if (parameter.ValueKind != JsonValueKind.Object || !parameter.TryGetProperty("name", out var name) || name.ValueKind != JsonValueKind.String || Value(parameter) is not { } value)
                {
                    return null;
                }

                pairs.Add(new(name.GetString()!, value));
            }
        }

        return pairs;
    }

    /// <summary>The value in whichever form: a reference is its text, true is "true".</summary>
    private static string? Value(JsonElement parameter)
    {
        var value = parameter.EnumerateObject().FirstOrDefault(p => p.Name.StartsWith("value", StringComparison.Ordinal)).Value;
        return value.ValueKind switch
        {
            JsonValueKind.Object when value.TryGetProperty("reference", out var reference) && reference.ValueKind == JsonValueKind.String => reference.GetString(),
            JsonValueKind.String => value.GetString(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => null,
        };
    }
}
