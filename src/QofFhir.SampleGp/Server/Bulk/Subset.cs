using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace QofFhir.SampleGp.Server.Bulk;

/// <summary>Cuts a resource down to some root elements and says so in its tags.</summary>
internal static class Subset
{
    private static readonly string[] Choices = ["abatement", "deceased", "effective", "medication", "multipleBirth", "occurrence", "onset", "performed", "reported", "value"];

    public static void Write(JsonElement resource, IReadOnlySet<string> elements, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 256 });
        json.WriteStartObject();
        foreach (var member in resource.EnumerateObject())
        {
            if (member.Name is "resourceType" or "id" || IsWanted(member.Name.TrimStart('_'), elements))
            {
                member.WriteTo(json);
            }
        }

        Meta(json, resource.TryGetProperty("meta", out var meta) ? meta : default);
        json.WriteEndObject();
    }

    private static bool IsWanted(string name, IReadOnlySet<string> elements) =>
        name != "meta" && (elements.Contains(name) || Choices.Any(c => name.StartsWith(c, StringComparison.Ordinal) && elements.Contains(c)));

    private static void Meta(Utf8JsonWriter json, JsonElement meta)
    {
        json.WriteStartObject("meta"u8);
        var members = meta.ValueKind == JsonValueKind.Object ? meta.EnumerateObject().ToList() : [];
        foreach (var member in members.Where(m => m.Name != "tag"))
        {
            member.WriteTo(json);
        }

        json.WriteStartArray("tag"u8);
        foreach (var tag in members.Where(m => m.Name == "tag" && m.Value.ValueKind == JsonValueKind.Array).SelectMany(m => m.Value.EnumerateArray()))
        {
            tag.WriteTo(json);
        }

        json.WriteStartObject();
        json.WriteString("system"u8, "http://terminology.hl7.org/CodeSystem/v3-ObservationValue"u8);
        json.WriteString("code"u8, "SUBSETTED"u8);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
