using System.Text.Json;
using QofFhir.Core.Cards;
using QofFhir.Core.Prompts;
using QofFhir.Core.Records;

namespace QofFhir.Fhir.Writing.Cds;

/// <summary>Writes what a suggestion creates. Care is a draft without codes, so that none of it counts as given: its system codes it when it is ordered, measured or done. An adjustment is a record with the code of the rules.</summary>
internal static class DraftWriter
{
    public static void Write(Utf8JsonWriter json, CardScene scene, Suggestion.Give give)
    {
        if (give.Sitting.Kind == CareKind.Review)
        {
            Action(json, $"Plan: {string.Join(", ", give.Care.Select(c => c.Title))}", () => Plan(json, scene, give));
            return;
        }

        foreach (var care in give.Care)
        {
            Action(json, $"Draft: {care.Title}", () =>
            {
                switch (give.Sitting.Kind)
                {
                    case CareKind.Medicine:
                        Request(json, scene, "MedicationRequest", "medicationCodeableConcept", care.Title);
                        break;
                    case CareKind.Measurement:
                        Measurement(json, scene, care.Title);
                        break;
                    default:
                        Request(json, scene, "ServiceRequest", "code", care.Title);
                        break;
                }
            });
        }
    }

    public static void Write(Utf8JsonWriter json, CardScene scene, AdjustmentOption option) => Action(
        json,
        $"Record the adjustment for {string.Join(", ", option.Indicators)}: {scene.TermOf(option.Code) ?? option.Code}",
        () =>
        {
            var (system, code) = CodeKey.Split(option.Code);
            json.WriteString("resourceType", "Observation");
            json.WriteString("status", "final");
            json.Concept("code", system, code, scene.TermOf(option.Code));
            About(json, scene);
            json.WriteString("effectiveDateTime", FhirJson.Moment(scene.Now));
            json.WriteStartArray("performer");
            Reference(json, scene.UserId);
            json.WriteEndArray();
        });

    private static void Action(Utf8JsonWriter json, string description, Action resource)
    {
        json.WriteStartObject();
        json.WriteString("type", "create");
        json.WriteString("description", description);
        json.WriteStartObject("resource");
        resource();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Request(Utf8JsonWriter json, CardScene scene, string type, string what, string title)
    {
        json.WriteString("resourceType", type);
        json.WriteString("status", "draft");
        json.WriteString("intent", "proposal");
        Text(json, what, title);
        About(json, scene);
        json.WriteString("authoredOn", FhirJson.Moment(scene.Now));
        json.WritePropertyName("requester");
        Reference(json, scene.UserId);
    }

    private static void Measurement(Utf8JsonWriter json, CardScene scene, string title)
    {
        json.WriteString("resourceType", "Observation");
        json.WriteString("status", "registered");
        Text(json, "code", title);
        About(json, scene);
    }

    private static void Plan(Utf8JsonWriter json, CardScene scene, Suggestion.Give give)
    {
        json.WriteString("resourceType", "CarePlan");
        json.WriteString("status", "draft");
        json.WriteString("intent", "plan");
        json.WriteString("title", give.Sitting.Title);
        About(json, scene);
        json.WriteString("created", FhirJson.Moment(scene.Now));
        json.WriteStartArray("activity");
        foreach (var care in give.Care)
        {
            json.WriteStartObject();
            json.WriteStartObject("detail");
            json.WriteString("status", "not-started");
            json.WriteString("description", care.Title);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void About(Utf8JsonWriter json, CardScene scene)
    {
        json.WritePropertyName("subject");
        Reference(json, "Patient/" + scene.PatientId);
        if (scene.EncounterId is { } encounter)
        {
            json.WritePropertyName("encounter");
            Reference(json, "Encounter/" + encounter);
        }
    }

    private static void Text(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static void Reference(Utf8JsonWriter json, string reference)
    {
        json.WriteStartObject();
        json.WriteString("reference", reference);
        json.WriteEndObject();
    }
}
