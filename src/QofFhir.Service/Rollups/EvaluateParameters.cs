using System.Text.Json;
using System.Text.Json.Nodes;

namespace QofFhir.Service.Rollups;

/// <summary>The parameters of <c>$evaluate-measure</c>, from the address or a posted Parameters resource.</summary>
internal static class EvaluateParameters
{
    /// <returns>Null when the body is no Parameters resource.</returns>
    public static async Task<Dictionary<string, string>?> Read(HttpContext context)
    {
        var given = context.Request.Query.ToDictionary(q => q.Key, q => q.Value.ToString(), StringComparer.Ordinal);
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
                given[(string?)parameter?["name"] ?? ""] = (value is JsonObject reference ? (string?)reference["reference"] : (string?)value) ?? "";
            }

            return given;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null; // No JSON, or an element of another kind than it must be.
        }
    }
}
