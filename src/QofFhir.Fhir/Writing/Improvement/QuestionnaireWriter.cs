using System.Buffers;
using QofFhir.Core.Improvement;

namespace QofFhir.Fhir.Writing.Improvement;

/// <summary>Writes the reporting template of a module as a FHIR R4 Questionnaire; its items are called as the fields are.</summary>
public static class QuestionnaireWriter
{
    /// <summary>Writes one JSON object without a newline; equal arguments give equal bytes.</summary>
    public static void Write(IBufferWriter<byte> output, ImprovementModule module)
    {
        var identity = ModuleIdentity.Of(module);
        using var json = FhirJson.To(output);
        json.WriteStartObject();
        json.WriteString("resourceType", "Questionnaire");
        json.WriteString("id", identity.Id);
        json.WriteString("url", identity.QuestionnaireUrl);
        json.WriteString("version", identity.Version);
        json.WriteString("name", MeasureIdentity.NameOf(identity.Id));
        json.WriteString("title", $"{module.Title}: reporting template");
        json.WriteString("status", "active");
        json.WriteStartArray("subjectType");
        json.WriteStringValue("Organization");
        json.WriteEndArray();
        if (module.Template.Count > 0)
        {
            json.WriteStartArray("item");
            foreach (var field in module.Template)
            {
                json.WriteStartObject();
                json.WriteString("linkId", field.Id);
                json.WriteString("text", field.Question);
                json.WriteString("type", TypeOf(field.Type));
                json.WriteBoolean("required", field.Needed);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static string TypeOf(EvidenceType type) => type switch
    {
        EvidenceType.Date => "date",
        EvidenceType.Number => "decimal",
        EvidenceType.YesNo => "boolean",
        _ => "text",
    };
}
