using System.Text.Json;

namespace QofFhir.Fhir.Writing.Gaps;

/// <summary>The DetectedIssue that says how a measure stands.</summary>
internal static class GapIssue
{
    public static void Write(Utf8JsonWriter json, string id, Report report, PatientGaps gaps, PatientGap gap, GapsCanonicals deqm)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "DetectedIssue");
        json.WriteString("id", id);
        ReportHead.Meta(json, deqm.DetectedIssue, report.Sample);
        json.WriteStartArray("modifierExtension");
        json.StartExtension(deqm.Status);
        Status(json, gap.Status, deqm);
        json.WriteEndObject();
        json.WriteEndArray();

        // Of an issue that was never looked for there is no finding that could be final.
        json.WriteString("status", gap.Status == GapStatus.NotEvaluated ? "cancelled" : "final");
        json.Concept("code", Canonicals.ActCode, "CAREGAP", "care gap alert");
        json.Reference("patient", "Patient/" + gaps.Patient.Id);
        json.WriteString("identifiedDateTime", FhirJson.Moment(gaps.ComputedAt));
        json.WriteStartArray("evidence");
        json.WriteStartObject();
        json.WriteStartArray("detail");
        json.WriteStartObject();
        json.WriteString("reference", "MeasureReport/" + report.Identity.Id);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("detail", GapText.Of(gap, gaps));
        json.WriteEndObject();
    }

    private static void Status(Utf8JsonWriter json, GapStatus status, GapsCanonicals deqm)
    {
        if (status == GapStatus.NotEvaluated)
        {
            json.Concept("valueCodeableConcept", Canonicals.DataAbsentReasons, "unknown", "Unknown", "Not evaluated");
        }
        else
        {
            json.Concept("valueCodeableConcept", deqm.StatusCodes, GapStatusCodes.Of(status), GapStatusCodes.Title(status));
        }
    }
}
