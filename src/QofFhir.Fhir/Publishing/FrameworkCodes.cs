using System.Buffers;
using QofFhir.Core.Achievement;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;
using QofFhir.Fhir.Writing;

namespace QofFhir.Fhir.Publishing;

/// <summary>All codes that a framework's rules look for in entries other than medicines, as one ValueSet: what a <c>code:in</c> of a prefetch names.</summary>
public static class FrameworkCodes
{
    /// <summary>The framework's clusters of codes, of all that are held.</summary>
    public static PublishedResource Of(Framework framework)
    {
        var id = framework.Id + "-codes";
        return new PublishedResource(
            "ValueSet", id, Canonicals.ValueSet + id, framework.Rules, MeasureIdentity.NameOf(id), null, output => Write(output, framework, id));
    }

    /// <summary>Enumerated, since that is what every terminology server takes.</summary>
    private static void Write(IBufferWriter<byte> output, Framework framework, string id)
    {
        using var json = FhirJson.To(output);
        json.WriteStartObject();
        json.WriteString("resourceType", "ValueSet");
        json.WriteString("id", id);
        json.WriteString("url", Canonicals.ValueSet + id);
        json.WriteString("version", framework.Rules);
        json.WriteString("name", MeasureIdentity.NameOf(id));
        json.WriteString("title", $"{framework.Title}: all codes but those of medicines");
        json.WriteString("status", "active");
        json.WriteString("description", "The codes of all clusters that the rules look for in entries other than medicines, as far as they are held here. For the prefetch of CDS Hooks.");
        json.WriteStartObject("compose");
        json.WriteStartArray("include");
        var codes = framework.Plan.Clusters.Where(c => c.Class == ClusterClass.Code).SelectMany(c => c.Codes).Distinct(StringComparer.Ordinal).Select(CodeKey.Split);
        foreach (var system in codes.GroupBy(c => c.System).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("system", system.Key);
            json.WriteStartArray("concept");
            foreach (var (_, code) in system.OrderBy(c => c.Code, StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteString("code", code);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
