using System.Buffers;
using QofFhir.Fhir.Reading.Cds;

namespace QofFhir.Fhir.Writing.Cds;

/// <summary>Writes resources that came apart as one Bundle, as <see cref="Reading.RecordReader"/> takes it.</summary>
public static class CollectionWriter
{
    /// <summary>The resources stand in it as they came, in their order.</summary>
    public static void Write(IBufferWriter<byte> output, IEnumerable<HookResource> resources)
    {
        using var json = FhirJson.To(output);
        json.WriteStartObject();
        json.WriteString("resourceType", "Bundle");
        json.WriteString("type", "collection");
        json.WriteStartArray("entry");
        foreach (var resource in resources)
        {
            json.WriteStartObject();
            if (resource.FullUrl is { } url)
            {
                json.WriteString("fullUrl", url);
            }

            json.WritePropertyName("resource");
            json.WriteRawValue(resource.Json.Span, skipInputValidation: true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
