using System.Buffers;
using System.Text.Json;

namespace QofFhir.Service.Collection;

/// <summary>All versions of a report as a FHIR history Bundle, the latest first.</summary>
internal static class HistoryBundle
{
    public static void Write(IBufferWriter<byte> output, string address, IReadOnlyList<CollectedVersion> versions)
    {
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("resourceType", "Bundle");
        json.WriteString("type", "history");
        json.WriteNumber("total", versions.Count);
        json.WriteStartArray("entry");
        foreach (var version in versions)
        {
            json.WriteStartObject();
            json.WriteString("fullUrl", $"{address}/{version.Id}");
            json.WritePropertyName("resource");
            json.WriteRawValue(version.Json());
            json.WriteStartObject("request");
            json.WriteString("method", version.Version == 1 ? "POST" : "PUT");
            json.WriteString("url", version.Version == 1 ? "MeasureReport" : $"MeasureReport/{version.Id}");
            json.WriteEndObject();
            json.WriteStartObject("response");
            json.WriteString("status", version.Version == 1 ? "201" : "200");
            json.WriteString("etag", CollectionAddress.ETag(version.Version));
            json.WriteString("lastModified", version.Received);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
