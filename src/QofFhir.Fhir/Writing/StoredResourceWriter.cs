using System.Buffers;
using System.Text.Json;

namespace QofFhir.Fhir.Writing;

/// <summary>Writes a resource that was sent as a server gives it back: under its id here, with the version and when it came.</summary>
public static class StoredResourceWriter
{
    /// <param name="sent">As it was sent; its own id, version and lastUpdated give way.</param>
    public static void Write(IBufferWriter<byte> output, ReadOnlyMemory<byte> sent, string id, long version, DateTimeOffset updated)
    {
        using var document = JsonDocument.Parse(sent);
        using var json = FhirJson.To(output);
        var root = document.RootElement;
        Open(json, root, id, version, updated);
        Rest(json, root);
        json.WriteEndObject();
    }

    /// <summary>The same of a Provenance, its targets replaced by the version that it tells of.</summary>
    public static void WriteProvenance(IBufferWriter<byte> output, ReadOnlyMemory<byte> sent, string id, DateTimeOffset updated, string target)
    {
        using var document = JsonDocument.Parse(sent);
        using var json = FhirJson.To(output);
        Open(json, document.RootElement, id, 1, updated);
        Target(json, target);
        Rest(json, document.RootElement, "target");
        json.WriteEndObject();
    }

    /// <summary>What is known of where a report comes from when its sender told nothing: who sent it when.</summary>
    public static void WriteProvenance(IBufferWriter<byte> output, string id, DateTimeOffset received, string target, string client)
    {
        using var json = FhirJson.To(output);
        json.WriteStartObject();
        json.WriteString("resourceType", "Provenance");
        json.WriteString("id", id);
        Target(json, target);
        json.WriteString("recorded", FhirJson.Moment(received));
        json.WriteStartArray("agent");
        json.WriteStartObject();
        json.Concept("type", "http://terminology.hl7.org/CodeSystem/provenance-participant-type", "transmitter");
        json.WriteStartObject("who");
        json.WriteString("display", client);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Open(Utf8JsonWriter json, JsonElement root, string id, long version, DateTimeOffset updated)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", root.GetProperty("resourceType").GetString());
        json.WriteString("id", id);
        json.WriteStartObject("meta");
        json.WriteString("versionId", $"{version}");
        json.WriteString("lastUpdated", FhirJson.Moment(updated));
        if (root.TryGetProperty("meta", out var meta) && meta.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in meta.EnumerateObject().Where(p => p.Name is not ("versionId" or "lastUpdated")))
            {
                property.WriteTo(json);
            }
        }

        json.WriteEndObject();
    }

    private static void Rest(Utf8JsonWriter json, JsonElement root, string? but = null)
    {
        foreach (var property in root.EnumerateObject().Where(p => p.Name is not ("resourceType" or "id" or "meta") && p.Name != but))
        {
            property.WriteTo(json);
        }
    }

    private static void Target(Utf8JsonWriter json, string target)
    {
        json.WriteStartArray("target");
        json.WriteStartObject();
        json.WriteString("reference", target);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
