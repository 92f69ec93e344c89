using System.Net;
using System.Text.Json;

namespace QofFhir.Fhir.Writing.Gaps;

/// <summary>The Composition of a document of gaps in care: a section a measure.</summary>
internal static class GapComposition
{
    public static void Write(Utf8JsonWriter json, string id, PatientGaps gaps, IReadOnlyList<(PatientGap Gap, Report Report, string Issue)> sections, bool sample, GapsCanonicals deqm)
    {
        var organization = "Organization/" + ReportIdentity.Reporter(sections[0].Report.Practice);
        json.WriteStartObject();
        json.WriteString("resourceType", "Composition");
        json.WriteString("id", id);
        ReportHead.Meta(json, deqm.Composition, sample);
        Narrative(json, GapText.Whole(gaps));
        json.WriteString("status", "final");
        json.Concept("type", Canonicals.Loinc, "96315-7", "Gaps in care report");
        json.Reference("subject", "Patient/" + gaps.Patient.Id);
        json.WriteString("date", FhirJson.Moment(gaps.ComputedAt));
        json.WriteStartArray("author");
        json.WriteStartObject();
        json.WriteString("reference", organization);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("title", "Gaps in care: " + gaps.Framework.Title);
        json.Reference("custodian", organization);
        Covered(json, gaps);
        json.WriteStartArray("section");
        foreach (var (gap, report, issue) in sections)
        {
            json.WriteStartObject();
            json.WriteString("title", $"{gap.Indicator.Id}: {gap.Indicator.Title}");
            json.Reference("focus", "MeasureReport/" + report.Identity.Id);
            Narrative(json, GapText.Of(gap, gaps));
            json.WriteStartArray("entry");
            json.WriteStartObject();
            json.WriteString("reference", "DetectedIssue/" + issue);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The time that the records speak of, up to when they were taken: what happened later is not in here.</summary>
    private static void Covered(Utf8JsonWriter json, PatientGaps gaps)
    {
        if (gaps.TakenAt is not { } at)
        {
            return;
        }

        json.WriteStartArray("event");
        json.WriteStartObject();
        json.WriteStartObject("period");
        json.WriteString("end", FhirJson.Moment(at));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Narrative(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject("text");
        json.WriteString("status", "generated");
        json.WriteString("div", $"<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>{WebUtility.HtmlEncode(text)}</p></div>");
        json.WriteEndObject();
    }
}
