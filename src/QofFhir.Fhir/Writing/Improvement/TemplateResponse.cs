using System.Globalization;
using System.Text.Json;
using QofFhir.Core.Improvement;

namespace QofFhir.Fhir.Writing.Improvement;

/// <summary>The answers to the module's template. An answer that is not shared is told as there and masked, so that a field that is needed is seen to be answered.</summary>
internal static class TemplateResponse
{
    public static void Write(Utf8JsonWriter json, ImprovementRecord record, bool sample)
    {
        var answers = record.Plan.Answers.DistinctBy(a => a.Field).ToDictionary(a => a.Field, StringComparer.Ordinal);
        EvidenceField[] answered = [.. record.Module.Template.Where(f => answers.TryGetValue(f.Id, out var a) && !string.IsNullOrWhiteSpace(a.Value))];
        json.WriteStartObject();
        json.WriteString("resourceType", "QuestionnaireResponse");
        json.WriteString("id", record.Part("template"));
        ReportHead.Meta(json, null, sample);
        json.WriteString("questionnaire", ModuleIdentity.Of(record.Module).VersionedQuestionnaire);
        json.WriteString("status", record.Module.Template.Where(f => f.Needed).All(answered.Contains) ? "completed" : "in-progress");
        json.Reference("subject", record.Practice);
        json.WriteString("authored", FhirJson.Moment(record.ComputedAt));
        json.Reference("author", record.Practice);
        if (answered.Length > 0)
        {
            json.WriteStartArray("item");
            foreach (var field in answered)
            {
                json.WriteStartObject();
                json.WriteString("linkId", field.Id);
                json.WriteStartArray("answer");
                json.WriteStartObject();
                Answer(json, field.Type, answers[field.Id]);
                json.WriteEndObject();
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Answer(Utf8JsonWriter json, EvidenceType type, TemplateAnswer answer)
    {
        var name = type switch
        {
            EvidenceType.Date => "valueDate",
            EvidenceType.Number => "valueDecimal",
            EvidenceType.YesNo => "valueBoolean",
            _ => "valueString",
        };
        if (!answer.Shared)
        {
            json.WriteStartObject("_" + name);
            json.WriteStartArray("extension");
            json.CodeExtension(Canonicals.DataAbsentReason, "masked");
            json.WriteEndArray();
            json.WriteEndObject();
            return;
        }

        switch (type)
        {
            case EvidenceType.Number:
                json.WriteNumber(name, decimal.Parse(answer.Value, CultureInfo.InvariantCulture));
                break;
            case EvidenceType.YesNo:
                json.WriteBoolean(name, answer.Value == "yes");
                break;
            default:
                json.WriteString(name, answer.Value);
                break;
        }
    }
}
