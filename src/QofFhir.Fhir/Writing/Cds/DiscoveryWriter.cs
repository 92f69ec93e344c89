using System.Buffers;
using System.Text.Json;

namespace QofFhir.Fhir.Writing.Cds;

/// <summary>Writes the answer of <c>/cds-services</c> after CDS Hooks 2.0.</summary>
public static class DiscoveryWriter
{
    /// <param name="prefetch">The same for all: each needs the whole of the patient's care.</param>
    public static void Write(IBufferWriter<byte> output, IReadOnlyList<CdsService> services, IReadOnlyList<PrefetchTemplate> prefetch)
    {
        using var json = FhirJson.To(output);
        json.WriteStartObject();
        json.WriteStartArray("services");
        foreach (var service in services)
        {
            foreach (var hook in service.Hooks)
            {
                Write(json, service, hook, prefetch);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CdsService service, string hook, IReadOnlyList<PrefetchTemplate> prefetch)
    {
        json.WriteStartObject();
        json.WriteString("hook", hook);
        json.WriteString("title", service.Title);
        json.WriteString("description", service.Description);
        json.WriteString("id", service.Id);
        json.WriteString("usageRequirements", service.UsageRequirements);
        json.WriteStartObject("prefetch");
        foreach (var template in prefetch)
        {
            json.WriteString(template.Key, template.Query);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
