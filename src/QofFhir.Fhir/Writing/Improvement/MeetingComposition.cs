using System.Text.Json;
using QofFhir.Core.Improvement;

namespace QofFhir.Fhir.Writing.Improvement;

/// <summary>A peer review meeting as a Composition, the minutes of it.</summary>
/// <remarks>Of what R4 has, Appointment and Encounter take people and patients as participants and no organisation; a section takes whatever was there.</remarks>
internal static class MeetingComposition
{
    public static void Write(Utf8JsonWriter json, ImprovementRecord record, PeerMeeting meeting, bool sample)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "Composition");
        json.WriteString("id", record.Part("meeting:" + meeting.Id));
        ReportHead.Meta(json, null, sample);
        json.WriteString("status", "final");
        json.WriteStartObject("type");
        json.WriteString("text", "Peer review meeting");
        json.WriteEndObject();
        Organisation(json, "subject", meeting.Network, record);
        json.WriteString("date", FhirJson.Day(meeting.On));
        json.WriteStartArray("author");
        Organisation(json, null, record.Plan.Practice, record);
        json.WriteEndArray();
        json.WriteString("title", $"{record.Module.Title}: peer review of {meeting.Network}, {FhirJson.Day(meeting.On)}");
        json.WriteStartArray("event");
        json.WriteStartObject();
        json.Period("period", meeting.On, meeting.On);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("section");
        json.WriteStartObject();
        json.WriteString("title", "Organisations present");
        json.WriteStartArray("entry");
        foreach (var attendee in meeting.Attendees)
        {
            Organisation(json, null, attendee, record);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        foreach (var text in SharedText.Of(record.Plan)[meeting.Id])
        {
            json.WriteStartObject();
            json.WriteString("title", "Learning");
            SharedText.Narrative(json, text.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>By address where the organisation is told beside it, else by its code alone.</summary>
    private static void Organisation(Utf8JsonWriter json, string? name, string code, ImprovementRecord record)
    {
        if (name is not null)
        {
            json.WritePropertyName(name);
        }

        json.WriteStartObject();
        if (code == record.Plan.Practice)
        {
            json.WriteString("reference", record.Practice);
        }

        json.WriteString("type", "Organization");
        json.WriteStartObject("identifier");
        json.WriteString("system", Canonicals.OdsOrganization);
        json.WriteString("value", code);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
