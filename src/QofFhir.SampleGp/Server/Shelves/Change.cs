using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace QofFhir.SampleGp.Server.Shelves;

/// <summary>One resource created, updated or deleted.</summary>
/// <param name="Resource">The resource as it is from now on; null deletes it.</param>
internal sealed record Change(string Type, string Id, JsonObject? Resource)
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="JsonException">The text is no resource with a type and an id.</exception>
    public static Change Put(JsonNode? resource) =>
        resource is JsonObject json && Text(json["resourceType"]) is { Length: > 0 } type && Text(json["id"]) is { Length: > 0 } id
            ? new Change(type, id, json)
            : throw new JsonException("A resource to serve needs a type and an id.");

    /// <summary>The changes of one transaction Bundle: each entry is a PUT with its resource or a DELETE of <c>Type/id</c>.</summary>
    /// <exception cref="JsonException">The text is no such Bundle.</exception>
    public static IReadOnlyList<Change> Transaction(string line) =>
        JsonNode.Parse(line) is JsonObject bundle && bundle["entry"] is JsonArray entries
            ? [.. entries.Select(Entry)]
            : throw new JsonException("A change is a transaction Bundle with entries.");

    /// <summary>The resource with the time of the change in its meta.</summary>
    public byte[] Stamped(string at)
    {
        var copy = (JsonObject)Resource!.DeepClone();
        if (copy["meta"] is not JsonObject meta)
        {
            copy["meta"] = meta = [];
        }

        meta["lastUpdated"] = at;
        return JsonSerializer.SerializeToUtf8Bytes(copy, Options);
    }

    private static Change Entry(JsonNode? entry) => (Text((entry as JsonObject)?["request"]?["method"]), Text(entry?["request"]?["url"])?.Split('/')) switch
    {
        ("PUT", _) => Put(entry!["resource"]),
        ("DELETE", [{ Length: > 0 } type, { Length: > 0 } id]) => new Change(type, id, null),
        _ => throw new JsonException("An entry is a PUT with its resource or a DELETE of Type/id."),
    };

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
