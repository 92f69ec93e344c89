using System.Text.Json;
using System.Text.Json.Nodes;

namespace QofFhir.Service.Rollups;

/// <summary>The parameters of an operation, from the address or a posted Parameters resource.</summary>
internal static class EvaluateParameters
{
    /// <summary>Of those that are given more than once, the last.</summary>
    /// <returns>Null when the body is no Parameters resource.</returns>
    public static async Task<Dictionary<string, string>?> Read(HttpContext context)
    {
        if (await ReadAll(context) is not { } all)
        {
            return null;
        }

        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in all)
        {
            given[name] = value;
        }

        return given;
    }

    /// <summary>All of them in their order.</summary>
    /// <returns>Null when the body is no Parameters resource.</returns>
    public static async Task<List<KeyValuePair<string, string>>?> ReadAll(HttpContext context)
    {
        var given = context.Request.Query.SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v ?? ""))).ToList();
        if (!HttpMethods.IsPost(context.Request.Method) || context.Request.ContentLength == 0)
        {
            return given;
        }

        try
        {
            var body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            if (body is not JsonObject || (string?)body["resourceType"] != "Parameters")
            {
                return null;
            }

            foreach (var parameter in body["parameter"] as JsonArray ?? [])
            {
                var value = parameter?.AsObject().FirstOrDefault(p => p.Key.StartsWith("value", StringComparison.Ordinal)).Value;
                given.Add(KeyValuePair.Create((string?)parameter?["name"] ?? "", Text(value)));
            }

            return given;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null; // No JSON, or an element of another kind than it must be.
        }
    }

    /// <summary>A value as an address would write it.</summary>
    private static string Text(JsonNode? value) => value switch
    {
        null => "",
        JsonValue plain => plain.GetValueKind() == JsonValueKind.String ? (string)plain! : plain.ToJsonString(),
        JsonObject part when part["reference"] is { } reference => (string)reference!,
        JsonObject part when part["value"] is { } identifier => part["system"] is { } system ? $"{system}|{identifier}" : $"{identifier}",
        JsonObject part when (part["coding"]?[0] ?? part)["code"] is { } code => (string)code!,
        JsonObject part => (string?)part["text"] ?? "",
        _ => "",
    };
}
